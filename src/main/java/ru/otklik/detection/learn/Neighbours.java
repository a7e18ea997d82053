package ru.otklik.detection.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The nearest texts of the past by the cosine of their vectors, and what their labels were. */
final class Neighbours {

    private static final int MOST_TEXTS = 4_000;
    private static final int NEAREST = 30;
    /** A feature that every tenth text has brings nobody nearer. */
    private static final int COMMON = 10;

    private final int[] start;
    private final short[] texts;
    private final float[] values;
    private final int[] labels;

    private Neighbours(int[] start, short[] texts, float[] values, int[] labels) {
        this.start = start;
        this.texts = texts;
        this.values = values;
        this.labels = labels;
    }

    /** Of many texts, the last ones. */
    static Neighbours of(Rows rows, int width, int[] labels) {
        int from = Math.max(0, rows.count() - MOST_TEXTS);
        int n = rows.count() - from;
        int[] count = new int[width];
        for (int i = 0; i < n; i++) {
            for (int f : rows.get(from + i).ids()) {
                count[f]++;
            }
        }
        int[] start = new int[width + 1];
        for (int f = 0; f < width; f++) {
            boolean says = count[f] > 1 && count[f] * COMMON <= Math.max(n, 20 * COMMON);
            start[f + 1] = start[f] + (says ? count[f] : 0);
        }
        short[] texts = new short[start[width]];
        float[] values = new float[start[width]];
        int[] at = Arrays.copyOf(start, width);
        for (int i = 0; i < n; i++) {
            Sparse v = rows.get(from + i);
            for (int k = 0; k < v.size(); k++) {
                int f = v.ids()[k];
                if (at[f] < start[f + 1]) {
                    texts[at[f]] = (short) i;
                    values[at[f]++] = v.values()[k];
                }
            }
        }
        return new Neighbours(start, texts, values, Arrays.copyOfRange(labels, from, from + n));
    }

    /** @return for each class the share of the likeness that its texts have among the nearest */
    float[] shares(Sparse text, int classes) {
        float[] like = new float[labels.length];
        for (int k = 0; k < text.size(); k++) {
            float v = text.values()[k];
            int end = start[text.ids()[k] + 1];
            for (int p = start[text.ids()[k]]; p < end; p++) {
                like[texts[p]] += v * values[p];
            }
        }
        float limit = limit(like);
        float[] shares = new float[classes];
        float all = 0;
        for (int i = 0; i < like.length; i++) {
            if (like[i] > limit) {
                shares[labels[i]] += like[i] * like[i];
                all += like[i] * like[i];
            }
        }
        for (int c = 0; c < classes && all > 0; c++) {
            shares[c] /= all;
        }
        return shares;
    }

    /** Above it stand the nearest. */
    private static float limit(float[] like) {
        float[] best = new float[NEAREST];
        for (float l : like) {
            if (l > best[0]) {
                int at = 0;
                while (at + 1 < NEAREST && l > best[at + 1]) {
                    best[at] = best[++at];
                }
                best[at] = l;
            }
        }
        return Math.max(0, Math.nextDown(best[0]));
    }

    void write(DataOutput out) throws IOException {
        Numbers.write(out, start);
        Numbers.write(out, texts);
        Numbers.write(out, values);
        Numbers.write(out, labels);
    }

    static Neighbours read(DataInput in) throws IOException {
        return new Neighbours(Numbers.ints(in), Numbers.shorts(in), Numbers.floats(in), Numbers.ints(in));
    }
}
