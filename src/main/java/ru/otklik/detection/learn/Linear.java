package ru.otklik.detection.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A linear machine for each class, kept by feature, so that a text touches only the weights of its own features. A weight
 * is a byte, in parts of the heaviest one of its feature: what is small is near, and memory is what a look waits for.
 */
final class Linear {

    /** A weight under this share of the heaviest one of its class decides nothing. */
    private static final float TINY = 0.02f;

    /** A feature that says something of one class in so many keeps all its weights: a row without holes is quick to add. */
    private static final int WHOLE = 4;

    /** So few classes have no holes. */
    private static final int FEW = 3;

    private final float[] bias;
    /** Of each feature, the heaviest weight in parts of a byte's largest. */
    private final float[] scale;

    private final int[] start;
    /** Whose the weights of a row with holes are; of a row without, nothing. */
    private final short[] classes;

    private final byte[] weights;

    private Linear(float[] bias, float[] scale, int[] start, short[] classes, byte[] weights) {
        this.bias = bias;
        this.scale = scale;
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
        float[] scale = new float[width];
        int[] start = new int[width + 1];
        for (int f = 0; f < width; f++) {
            int kept = 0;
            for (int c = 0; c < classes; c++) {
                float w = Math.abs(all[f * classes + c]);
                kept += w > least[c] ? 1 : 0;
                scale[f] = Math.max(scale[f], w / Byte.MAX_VALUE);
            }
            start[f + 1] = start[f] + (classes <= FEW || kept * WHOLE > classes ? classes : kept);
        }
        short[] of = new short[start[width]];
        byte[] weights = new byte[start[width]];
        int at = 0;
        for (int f = 0; f < width; f++) {
            boolean whole = start[f + 1] - start[f] == classes;
            for (int c = 0; c < classes && at < start[f + 1]; c++) {
                float w = all[f * classes + c];
                if (whole || Math.abs(w) > least[c]) {
                    of[at] = (short) c;
                    weights[at++] = (byte) Math.round(w / Math.max(scale[f], 1e-30f));
                }
            }
        }
        float[] bias = Arrays.copyOfRange(all, width * classes, (width + 1) * classes);
        return new Linear(bias, scale, start, of, weights);
    }

    float[] scores(Sparse text) {
        float[] scores = bias.clone();
        if (scores.length <= FEW) {
            return addFew(text, scores);
        }
        int[] from = new int[text.size()];
        float[] by = new float[text.size()];
        int n = 0;
        for (int i = 0; i < text.size(); i++) {
            int feature = text.ids()[i];
            float value = text.values()[i] * scale[feature];
            if (start[feature + 1] - start[feature] == scores.length) {
                from[n] = start[feature];
                by[n++] = value;
            } else {
                addSome(feature, value, scores);
            }
        }
        addWhole(from, by, n, scores);
        return scores;
    }

    private float[] addFew(Sparse text, float[] scores) {
        for (int i = 0; i < text.size(); i++) {
            int feature = text.ids()[i];
            float value = text.values()[i] * scale[feature];
            for (int c = 0; c < scores.length; c++) {
                scores[c] += value * weights[feature * scores.length + c];
            }
        }
        return scores;
    }

    /** Four rows at a time: a sum that is loaded and stored for each row costs more than the row. */
    private void addWhole(int[] from, float[] by, int rows, float[] scores) {
        int r = 0;
        for (; r + 4 <= rows; r += 4) {
            addFour(from[r], from[r + 1], from[r + 2], from[r + 3], by[r], by[r + 1], by[r + 2], by[r + 3], scores);
        }
        for (; r < rows; r++) {
            addFour(from[r], from[r], from[r], from[r], by[r], 0, 0, 0, scores);
        }
    }

    private void addFour(int a, int b, int c, int d, float ofA, float ofB, float ofC, float ofD, float[] scores) {
        byte[] w = weights;
        for (int i = 0; i < scores.length; i++) {
            scores[i] += ofA * w[a + i] + ofB * w[b + i] + ofC * w[c + i] + ofD * w[d + i];
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
        int end = start[feature + 1];
        int at = end - from == bias.length ? from + of : Arrays.binarySearch(classes, from, end, (short) of);
        return at < 0 ? 0 : weights[at] * scale[feature];
    }

    void write(DataOutput out) throws IOException {
        Numbers.write(out, bias);
        Numbers.write(out, scale);
        Numbers.write(out, start);
        Numbers.write(out, classes);
        Numbers.write(out, weights);
    }

    static Linear read(DataInput in) throws IOException {
        return new Linear(
                Numbers.floats(in), Numbers.floats(in), Numbers.ints(in), Numbers.shorts(in), Numbers.bytes(in));
    }
}
