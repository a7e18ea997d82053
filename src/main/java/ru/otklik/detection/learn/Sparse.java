package ru.otklik.detection.learn;

import java.util.Arrays;

/** What is not zero of a long vector. */
record Sparse(int[] ids, float[] values) {

    /** A smaller share is none. */
    private static final float LEAST = 0.005f;

    private static final float TINY = 1e-12f;

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

    /** How many have a number below a limit: they stand first. */
    int below(int limit) {
        int n = 0;
        while (n < ids.length && ids[n] < limit) {
            n++;
        }
        return n;
    }

    /** The length of its first part; never 0. */
    float length(int first) {
        float square = 0;
        for (int i = 0; i < first; i++) {
            square += values[i] * values[i];
        }
        return (float) Math.sqrt(Math.max(TINY, square));
    }
}
