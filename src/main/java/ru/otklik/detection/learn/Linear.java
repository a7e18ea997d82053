package ru.otklik.detection.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** A linear machine for each class, kept by feature, so that a text touches only the weights of its own features. */
final class Linear {

    /** A weight under this share of the heaviest one of its class decides nothing. */
    private static final float TINY = 0.02f;

    /** A feature that says something of one class in so many keeps all its weights: a row without holes is quick to add. */
    private static final int WHOLE = 5;

    /** For two or three classes it is not worth it, and spoils what the JVM makes of long rows. */
    private static final int FEW = 8;

    private final float[] bias;
    private final int[] start;
    private final short[] classes;
    private final float[] weights;

    private Linear(float[] bias, int[] start, short[] classes, float[] weights) {
        this.bias = bias;
        this.start = start;
        this.classes = classes;
        this.weights = weights;
    }

    static Linear learn(Rows rows, int width, int[] label, int classes, float[] cost) {
        return pruned(Dual.solve(rows, width, label, classes, cost), width, classes);
    }

    /** The cosine of a text with the sum of each class's texts, by the features with numbers from a limit up to another. */
    static Linear centroids(Rows rows, int from, int to, int[] label, int classes) {
        float[] sums = new float[(to + 1) * classes];
        for (int i = 0; i < label.length; i++) {
            Sparse v = rows.get(i).part(from, to);
            for (int k = 0; k < v.size(); k++) {
                sums[v.ids()[k] * classes + label[i]] += v.values()[k];
            }
        }
        double[] length = new double[classes];
        for (int i = 0; i < sums.length; i++) {
            length[i % classes] += sums[i] * sums[i];
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= (float) Math.sqrt(Math.max(1e-12, length[i % classes]));
        }
        return pruned(sums, to, classes);
    }

    private static Linear pruned(float[] all, int width, int classes) {
        float[] least = new float[classes];
        for (int i = 0; i < width * classes; i++) {
            least[i % classes] = Math.max(least[i % classes], TINY * Math.abs(all[i]));
        }
        int[] start = new int[width + 1];
        for (int f = 0; f < width; f++) {
            int kept = 0;
            for (int c = 0; c < classes; c++) {
                kept += Math.abs(all[f * classes + c]) > least[c] ? 1 : 0;
            }
            start[f + 1] = start[f] + (kept * WHOLE > classes && classes > FEW ? classes : kept);
        }
        short[] of = new short[start[width]];
        float[] weights = new float[start[width]];
        int at = 0;
        for (int f = 0; f < width; f++) {
            boolean whole = isWhole(start[f + 1] - start[f], classes);
            for (int c = 0; c < classes; c++) {
                float w = all[f * classes + c];
                if (whole || Math.abs(w) > least[c]) {
                    of[at] = (short) c;
                    weights[at++] = w;
                }
            }
        }
        float[] bias = Arrays.copyOfRange(all, width * classes, (width + 1) * classes);
        return new Linear(bias, start, of, weights);
    }

    float[] scores(Sparse text) {
        float[] scores = bias.clone();
        for (int i = 0; i < text.size(); i++) {
            int feature = text.ids()[i];
            if (isWhole(start[feature + 1] - start[feature], scores.length)) {
                addWhole(start[feature], text.values()[i], scores);
            } else {
                addSome(feature, text.values()[i], scores);
            }
        }
        return scores;
    }

    private static boolean isWhole(int kept, int classes) {
        return kept == classes && classes > FEW;
    }

    private void addWhole(int from, float value, float[] scores) {
        for (int c = 0; c < scores.length; c++) {
            scores[c] += value * weights[from + c];
        }
    }

    private void addSome(int feature, float value, float[] scores) {
        int end = start[feature + 1];
        for (int k = start[feature]; k < end; k++) {
            scores[classes[k]] += value * weights[k];
        }
    }

    float weight(int feature, int of) {
        int from = start[feature];
        if (isWhole(start[feature + 1] - from, bias.length)) {
            return weights[from + of];
        }
        int at = Arrays.binarySearch(classes, from, start[feature + 1], (short) of);
        return at < 0 ? 0 : weights[at];
    }

    void write(DataOutput out) throws IOException {
        Numbers.write(out, bias);
        Numbers.write(out, start);
        Numbers.write(out, classes);
        Numbers.write(out, weights);
    }

    static Linear read(DataInput in) throws IOException {
        return new Linear(Numbers.floats(in), Numbers.ints(in), Numbers.shorts(in), Numbers.floats(in));
    }
}
