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

    private static final float[] AS_IT_IS = {1, 0};

    private final float[] weights;
    private final float[] truth;

    /** @param truth turns the log odds of the first choice into those it has in truth: a factor and what is added */
    private Judge(float[] weights, float[] truth) {
        this.weights = weights;
        this.truth = truth;
    }

    /** By Newton's method: there are few weights. */
    static Judge learn(List<Evidence> seen, int[] label) {
        int kinds = seen.get(0).kinds().length;
        double[] spread = spread(seen, kinds);
        double[] w = new double[kinds];
        for (int round = 0; round < ROUNDS; round++) {
            double[] slope = new double[kinds];
            double[][] bend = new double[kinds][kinds];
            Judge now = new Judge(scaled(w, spread), AS_IT_IS);
            for (int i = 0; i < label.length; i++) {
                now.look(seen.get(i), label[i], spread, slope, bend);
            }
            for (int k = 0; k < kinds; k++) {
                slope[k] -= CAUTION * label.length * w[k];
                bend[k][k] += CAUTION * label.length;
            }
            double[] step = solved(bend, slope);
            double[] next = nearer(seen, label, spread, w, step);
            double most = 0;
            for (int k = 0; k < kinds; k++) {
                most = Math.max(most, Math.abs(next[k] - w[k]));
            }
            w = next;
            if (most < SETTLED) {
                break;
            }
        }
        Judge judge = new Judge(scaled(w, spread), AS_IT_IS);
        boolean two = seen.get(0).kinds()[0].length == 2;
        // of two labels, the first choice has no others behind it to be wrong about
        return two ? judge : judge.trued(seen, label);
    }

    /** A whole step may lead too far: then half of it, and so on. */
    private static double[] nearer(List<Evidence> seen, int[] label, double[] spread, double[] w, double[] step) {
        double now = loss(seen, label, spread, w);
        for (double part = 1; part > SETTLED; part /= 2) {
            double[] next = w.clone();
            for (int k = 0; k < w.length; k++) {
                next[k] += part * step[k];
            }
            if (loss(seen, label, spread, next) <= now) {
                return next;
            }
        }
        return w;
    }

    private static double loss(List<Evidence> seen, int[] label, double[] spread, double[] w) {
        Judge judge = new Judge(scaled(w, spread), AS_IT_IS);
        double loss = 0;
        for (int i = 0; i < label.length; i++) {
            loss -= Math.log(judge.softmax(seen.get(i))[label[i]] + 1e-30);
        }
        for (double v : w) {
            loss += CAUTION * label.length * v * v / 2;
        }
        return loss;
    }

    /** Learns how often the first choice is right when it says so, from the same texts (Platt, 1999). */
    private Judge trued(List<Evidence> seen, int[] label) {
        double[] said = new double[label.length];
        boolean[] right = new boolean[label.length];
        for (int i = 0; i < label.length; i++) {
            float[] p = softmax(seen.get(i));
            int first = first(p);
            said[i] = odds(p[first]);
            right[i] = first == label[i];
        }
        double[] w = {1, 0};
        for (int round = 0; round < ROUNDS; round++) {
            double[] slope = new double[2];
            double[][] bend = {{1, 0}, {0, 1}};
            for (int i = 0; i < said.length; i++) {
                double q = sigmoid(w[0] * said[i] + w[1]);
                double off = (right[i] ? 1 : 0) - q;
                double[] x = {said[i], 1};
                for (int k = 0; k < 2; k++) {
                    slope[k] += off * x[k];
                    for (int j = 0; j < 2; j++) {
                        bend[k][j] += q * (1 - q) * x[k] * x[j];
                    }
                }
            }
            double[] step = solved(bend, slope);
            w[0] += step[0];
            w[1] += step[1];
        }
        return new Judge(weights, new float[] {(float) w[0], (float) w[1]});
    }

    private static int first(float[] p) {
        int first = 0;
        for (int c = 1; c < p.length; c++) {
            first = p[c] > p[first] ? c : first;
        }
        return first;
    }

    private static double odds(double p) {
        double sane = Math.min(1 - 1e-6, Math.max(1e-6, p));
        return Math.log(sane / (1 - sane));
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
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
        float[] p = softmax(e);
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

    /** Probabilities, that of the first choice as often true as it says; they sum to one at most. */
    float[] shares(Evidence e) {
        float[] p = softmax(e);
        int first = first(p);
        double fresh = sigmoid(truth[0] * odds(p[first]) + truth[1]);
        double others = (1 - fresh) / Math.max(1e-6, 1 - p[first]);
        for (int c = 0; c < p.length; c++) {
            p[c] = (float) (c == first ? fresh : Math.min(fresh, p[c] * others));
        }
        return p;
    }

    private float[] softmax(Evidence e) {
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

    void write(DataOutput out) throws IOException {
        Numbers.write(out, weights);
        Numbers.write(out, truth);
    }

    static Judge read(DataInput in) throws IOException {
        return new Judge(Numbers.floats(in), Numbers.floats(in));
    }
}
