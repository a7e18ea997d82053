package ru.otklik.detection.learn;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many sparse vectors, as the solver walks them. A choice of them shares their numbers. */
final class Rows {

    private final Sparse[] rows;

    private Rows(Sparse[] rows) {
        this.rows = rows;
    }

    static Rows of(int count, IntFunction<Sparse> vectors) {
        return new Rows(IntStream.range(0, count).parallel().mapToObj(vectors).toArray(Sparse[]::new));
    }

    int count() {
        return rows.length;
    }

    Sparse get(int row) {
        return rows[row];
    }

    Rows select(int[] chosen) {
        return new Rows(Arrays.stream(chosen).mapToObj(i -> rows[i]).toArray(Sparse[]::new));
    }

    Rows and(Rows others) {
        return new Rows(
                Stream.concat(Arrays.stream(rows), Arrays.stream(others.rows)).toArray(Sparse[]::new));
    }

    /** Adds what the weights, which lie by feature, say of a row to the score of each class. */
    void score(int row, float[] weights, float[] scores) {
        int classes = scores.length;
        Sparse vector = rows[row];
        for (int k = 0; k < vector.size(); k++) {
            int from = vector.ids()[k] * classes;
            float v = vector.values()[k];
            for (int c = 0; c < classes; c++) {
                scores[c] += v * weights[from + c];
            }
        }
    }

    void spread(int row, float[] weights, float[] change) {
        int classes = change.length;
        Sparse vector = rows[row];
        for (int k = 0; k < vector.size(); k++) {
            int from = vector.ids()[k] * classes;
            float v = vector.values()[k];
            for (int c = 0; c < classes; c++) {
                weights[from + c] += v * change[c];
            }
        }
    }

    double square(int row) {
        double sum = 0;
        for (float v : rows[row].values()) {
            sum += v * v;
        }
        return sum;
    }
}
