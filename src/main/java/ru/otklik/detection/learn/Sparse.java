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

    /** With more features behind: their squares are the shares, a quarter of the text's together. */
    Sparse with(float[] shares, int from) {
        int[] moreIds = Arrays.copyOf(ids, ids.length + shares.length);
        float[] moreValues = Arrays.copyOf(values, moreIds.length);
        int n = ids.length;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > LEAST) {
                moreIds[n] = from + i;
                moreValues[n++] = (float) Math.sqrt(shares[i] / 4);
            }
        }
        return new Sparse(Arrays.copyOf(moreIds, n), Arrays.copyOf(moreValues, n));
    }

    /** What has a number from a limit up to another, brought to length one. */
    Sparse part(int from, int to) {
        int[] some = new int[ids.length];
        float[] ofSome = new float[ids.length];
        int n = 0;
        float square = 0;
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] >= from && ids[i] < to) {
                some[n] = ids[i];
                ofSome[n++] = values[i];
                square += values[i] * values[i];
            }
        }
        float by = 1 / (float) Math.sqrt(Math.max(TINY, square));
        for (int i = 0; i < n; i++) {
            ofSome[i] *= by;
        }
        return new Sparse(Arrays.copyOf(some, n), Arrays.copyOf(ofSome, n));
    }
}
