package ru.otklik.detection.learn;

import java.util.Arrays;

/** What is not zero of a long vector. */
record Sparse(int[] ids, float[] values) {

    int size() {
        return ids.length;
    }

    /** The part with the numbers below a limit, which stands first, brought to length one. */
    Sparse below(int limit) {
        int n = 0;
        double square = 0;
        while (n < ids.length && ids[n] < limit) {
            square += values[n] * values[n];
            n++;
        }
        float[] part = Arrays.copyOf(values, n);
        for (int i = 0; i < n; i++) {
            part[i] /= (float) Math.sqrt(square);
        }
        return new Sparse(Arrays.copyOf(ids, n), part);
    }
}
