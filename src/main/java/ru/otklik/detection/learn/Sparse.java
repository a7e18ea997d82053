package ru.otklik.detection.learn;

import java.util.Arrays;

/** What is not zero of a long vector. */
record Sparse(int[] ids, float[] values) {

    /** A smaller share is none. */
    private static final float LEAST = 0.005f;

    int size() {
        return ids.length;
    }

    /** With more features behind: their squares are the shares, half as long together as the text. */
    Sparse with(float[] shares, int from) {
        int[] moreIds = Arrays.copyOf(ids, ids.length + shares.length);
        float[] moreValues = Arrays.copyOf(values, moreIds.length);
        int n = ids.length;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > LEAST) {
                moreIds[n] = from + i;
                moreValues[n++] = (float) Math.sqrt(shares[i] / 2);
            }
        }
        return new Sparse(Arrays.copyOf(moreIds, n), Arrays.copyOf(moreValues, n));
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
