package ru.otklik.detection.learn;

import java.util.Arrays;
import java.util.function.IntFunction;

/** Many sparse vectors in two arrays, as the solver walks them. */
final class Rows {

    private int[] start;
    private int[] ids = new int[1 << 12];
    private float[] values = new float[1 << 12];

    private Rows(int count) {
        start = new int[count + 1];
    }

    static Rows of(int count, IntFunction<Sparse> vectors) {
        Rows rows = new Rows(count);
        for (int i = 0; i < count; i++) {
            rows.add(i, vectors.apply(i));
        }
        return rows;
    }

    private void add(int row, Sparse v) {
        int from = start[row];
        int to = Math.addExact(from, v.size());
        if (to > ids.length) {
            ids = Arrays.copyOf(ids, Math.max(to, ids.length + (ids.length >> 1)));
            values = Arrays.copyOf(values, ids.length);
        }
        System.arraycopy(v.ids(), 0, ids, from, v.size());
        System.arraycopy(v.values(), 0, values, from, v.size());
        start[row + 1] = to;
    }

    int count() {
        return start.length - 1;
    }

    Sparse get(int row) {
        return new Sparse(
                Arrays.copyOfRange(ids, start[row], start[row + 1]),
                Arrays.copyOfRange(values, start[row], start[row + 1]));
    }

    Rows select(int[] chosen) {
        return of(chosen.length, i -> get(chosen[i]));
    }

    /** Adds what the weights, which lie by feature, say of a row to the score of each class. */
    void score(int row, float[] weights, float[] scores) {
        int classes = scores.length;
        for (int k = start[row]; k < start[row + 1]; k++) {
            int from = ids[k] * classes;
            float v = values[k];
            for (int c = 0; c < classes; c++) {
                scores[c] += v * weights[from + c];
            }
        }
    }

    void spread(int row, float[] weights, float[] change) {
        int classes = change.length;
        for (int k = start[row]; k < start[row + 1]; k++) {
            int from = ids[k] * classes;
            float v = values[k];
            for (int c = 0; c < classes; c++) {
                weights[from + c] += v * change[c];
            }
        }
    }

    double square(int row) {
        double sum = 0;
        for (int k = start[row]; k < start[row + 1]; k++) {
            sum += values[k] * values[k];
        }
        return sum;
    }
}
