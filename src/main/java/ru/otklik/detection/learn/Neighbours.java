package ru.otklik.detection.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The nearest texts of the past by the cosine of their vectors. */
final class Neighbours {

    private static final int MOST_TEXTS = 4_000;
    private static final int NEAREST = 30;
    /** A feature that every twentieth text has brings nobody nearer. */
    private static final int COMMON = 20;

    /**
     * @param texts their numbers among the last ones
     * @param likes how like each is
     */
    record Near(int[] texts, float[] likes) {

        /** @return for each class the share of the likeness that its texts have */
        float[] shares(int[] labels, int classes) {
            float[] shares = new float[classes];
            float all = 0;
            for (int i = 0; i < texts.length; i++) {
                shares[labels[texts[i]]] += likes[i] * likes[i];
                all += likes[i] * likes[i];
            }
            for (int c = 0; c < classes && all > 0; c++) {
                shares[c] /= all;
            }
            return shares;
        }
    }

    private final int count;
    private final int[] start;
    private final short[] texts;
    private final float[] values;

    private Neighbours(int count, int[] start, short[] texts, float[] values) {
        this.count = count;
        this.start = start;
        this.texts = texts;
        this.values = values;
    }

    /** The labels of the texts that it knows. */
    static int[] last(int[] labels) {
        return Arrays.copyOfRange(labels, Math.max(0, labels.length - MOST_TEXTS), labels.length);
    }

    /** Of many texts, the last ones. */
    static Neighbours of(Rows rows, int width) {
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
        return new Neighbours(n, start, texts, values);
    }

    Near nearest(Sparse text) {
        float[] like = new float[count];
        for (int k = 0; k < text.size(); k++) {
            float v = text.values()[k];
            int end = start[text.ids()[k] + 1];
            for (int p = start[text.ids()[k]]; p < end; p++) {
                like[texts[p]] += v * values[p];
            }
        }
        float limit = limit(like);
        int[] near = new int[count];
        float[] likes = new float[count];
        int n = 0;
        for (int i = 0; i < count; i++) {
            if (like[i] > limit) {
                near[n] = i;
                likes[n++] = like[i];
            }
        }
        return new Near(Arrays.copyOf(near, n), Arrays.copyOf(likes, n));
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
        out.writeInt(count);
        Numbers.write(out, start);
        Numbers.write(out, texts);
        Numbers.write(out, values);
    }

    static Neighbours read(DataInput in) throws IOException {
        return new Neighbours(Numbers.count(in, MOST_TEXTS), Numbers.ints(in), Numbers.shorts(in), Numbers.floats(in));
    }
}
