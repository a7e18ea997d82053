package ru.otklik.detection.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * Weighs several kinds of evidence for each class into probabilities: a logit with one weight for each kind, the same
 * for all classes, learned on texts that the evidence did not see. So its probabilities are calibrated as well.
 */
final class Judge {

    private static final int ROUNDS = 30;
    private static final double CAUTION = 1e-3;
    private static final double SETTLED = 1e-4;

    /** @param kinds of each kind of evidence, what it says of each class */
    record Evidence(float[][] kinds) {}

    private final float[] weights;

    private Judge(float[] weights) {
        this.weights = weights;
    }

    /** By Newton's method: there are few weights. */
    static Judge learn(List<Evidence> seen, int[] label) {
        int kinds = seen.get(0).kinds().length;
        double[] spread = spread(seen, kinds);
        double[] w = new double[kinds];
        for (int round = 0; round < ROUNDS; round++) {
            double[] slope = new double[kinds];
            double[][] bend = new double[kinds][kinds];
            Judge now = new Judge(scaled(w, spread));
            for (int i = 0; i < label.length; i++) {
                now.look(seen.get(i), label[i], spread, slope, bend);
            }
            for (int k = 0; k < kinds; k++) {
                slope[k] -= CAUTION * label.length * w[k];
                bend[k][k] += CAUTION * label.length;
            }
            double[] step = solved(bend, slope);
            double most = 0;
            for (double s : step) {
                most = Math.max(most, Math.abs(s));
            }
            for (int k = 0; k < kinds; k++) {
                w[k] += step[k] / Math.max(1, most);
            }
            if (most < SETTLED) {
                break;
            }
        }
        return new Judge(scaled(w, spread)).sharpened(seen, label);
    }

    /**
     * Rare labels that no text foretells make a logit shy of its first choice. All weights are scaled by what makes the
     * probability of the first choice truest.
     */
    private Judge sharpened(List<Evidence> seen, int[] label) {
        Judge best = this;
        double least = Double.POSITIVE_INFINITY;
        for (double by = 0.6; by < 2.5; by *= 1.03) {
            float[] scaled = weights.clone();
            for (int k = 0; k < scaled.length; k++) {
                scaled[k] *= (float) by;
            }
            Judge judge = new Judge(scaled);
            double loss = 0;
            for (int i = 0; i < label.length; i++) {
                float[] p = judge.shares(seen.get(i));
                int first = 0;
                for (int c = 1; c < p.length; c++) {
                    first = p[c] > p[first] ? c : first;
                }
                loss -= Math.log(1e-6 + (first == label[i] ? p[first] : 1 - p[first]));
            }
            if (loss < least) {
                least = loss;
                best = judge;
            }
        }
        return best;
    }

    /** Gauss elimination of a positive matrix, which needs no pivots. */
    private static double[] solved(double[][] a, double[] b) {
        int n = b.length;
        for (int k = 0; k < n; k++) {
            for (int i = k + 1; i < n; i++) {
                double by = a[i][k] / a[k][k];
                for (int j = k; j < n; j++) {
                    a[i][j] -= by * a[k][j];
                }
                b[i] -= by * b[k];
            }
        }
        for (int k = n - 1; k >= 0; k--) {
            for (int j = k + 1; j < n; j++) {
                b[k] -= a[k][j] * b[j];
            }
            b[k] /= a[k][k];
        }
        return b;
    }

    private static float[] scaled(double[] w, double[] spread) {
        float[] scaled = new float[w.length];
        for (int k = 0; k < w.length; k++) {
            scaled[k] = (float) (w[k] / spread[k]);
        }
        return scaled;
    }

    private static double[] spread(List<Evidence> seen, int kinds) {
        double[] spread = new double[kinds];
        for (int k = 0; k < kinds; k++) {
            double sum = 0;
            double squares = 0;
            long n = 0;
            for (Evidence e : seen) {
                for (float v : e.kinds()[k]) {
                    sum += v;
                    squares += v * v;
                    n++;
                }
            }
            spread[k] = Math.sqrt(Math.max(1e-12, squares / n - sum / n * (sum / n)));
        }
        return spread;
    }

    private void look(Evidence e, int label, double[] spread, double[] slope, double[][] bend) {
        float[] p = shares(e);
        int kinds = slope.length;
        double[] expected = new double[kinds];
        for (int c = 0; c < p.length; c++) {
            for (int k = 0; k < kinds; k++) {
                double said = e.kinds()[k][c] / spread[k];
                expected[k] += p[c] * said;
                for (int j = 0; j <= k; j++) {
                    bend[k][j] += p[c] * said * e.kinds()[j][c] / spread[j];
                }
            }
        }
        for (int k = 0; k < kinds; k++) {
            slope[k] += e.kinds()[k][label] / spread[k] - expected[k];
            for (int j = 0; j <= k; j++) {
                bend[k][j] -= expected[k] * expected[j];
                bend[j][k] = bend[k][j];
            }
        }
    }

    /** Probabilities; they sum to one. */
    float[] shares(Evidence e) {
        float[] p = new float[e.kinds()[0].length];
        for (int k = 0; k < weights.length; k++) {
            for (int c = 0; c < p.length; c++) {
                p[c] += weights[k] * e.kinds()[k][c];
            }
        }
        float most = p[0];
        for (float v : p) {
            most = Math.max(most, v);
        }
        double sum = 0;
        for (int c = 0; c < p.length; c++) {
            p[c] = (float) Math.exp(p[c] - most);
            sum += p[c];
        }
        for (int c = 0; c < p.length; c++) {
            p[c] /= (float) sum;
        }
        return p;
    }

    String told() {
        return java.util.Arrays.toString(weights);
    }

    void write(DataOutput out) throws IOException {
        Numbers.write(out, weights);
    }

    static Judge read(DataInput in) throws IOException {
        return new Judge(Numbers.floats(in));
    }
}
