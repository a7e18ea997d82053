package ru.otklik.detection.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The grams that were seen in training, each with its number and its rarity. A text becomes a vector: the logarithm of
 * the count times the rarity, each kind of grams brought to one length, all together to length one. The words have the
 * first numbers.
 */
final class Vocabulary {

    /** The length of the marks of form beside the rest of a vector, which has length one. */
    private static final float OF_FORM = 0.5f;

    private static final int LARGEST = 1 << 19;

    private final IntMap ids;
    private final float[] rarity;
    private final int words;

    private Vocabulary(IntMap ids, float[] rarity, int words) {
        this.ids = ids;
        this.rarity = rarity;
        this.words = words;
    }

    /** A piece must stand in two texts; in a large collection everything must stand in more. */
    static Vocabulary of(int texts, IntFunction<Grams> read) {
        int least = Math.max(1, texts / 20_000);
        IntMap counts = new IntMap(1 << 16);
        IntMap lastSeen = new IntMap(1 << 16);
        for (int t = 0; t < texts; t++) {
            Grams g = read.apply(t);
            for (int i = 0; i < g.size(); i++) {
                if (lastSeen.put(g.hash(i), t + 1) != t + 1) {
                    counts.add(g.hash(i), 1);
                }
            }
        }
        return of(texts, read, counts, least);
    }

    private static Vocabulary of(int texts, IntFunction<Grams> read, IntMap counts, int least) {
        IntMap ids = new IntMap(1 << 16);
        int[] found = new int[LARGEST];
        int words = 0;
        int n = 0;
        for (int part = 0; part < 2; part++) {
            for (int t = 0; t < texts && n < LARGEST; t++) {
                Grams g = read.apply(t);
                int from = part == 0 ? 0 : g.end(Grams.WORD);
                int to = part == 0 ? g.end(Grams.WORD) : g.size();
                for (int i = from; i < to && n < LARGEST; i++) {
                    int needed = i < g.end(Grams.PAIR) || i >= g.end(Grams.RAW) ? least : least + 1;
                    if (counts.get(g.hash(i)) >= needed && ids.get(g.hash(i)) == 0) {
                        found[n++] = g.hash(i);
                        ids.put(g.hash(i), n);
                    }
                }
            }
            words = part == 0 ? n : words;
        }
        float[] rarity = new float[n];
        for (int i = 0; i < n; i++) {
            rarity[i] = (float) (1 + Math.log((1.0 + texts) / (1.0 + counts.get(found[i]))));
        }
        return new Vocabulary(ids, rarity, words);
    }

    /** The numbers of single words lie below it. */
    int words() {
        return words;
    }

    int size() {
        return rarity.length;
    }

    /** The number of a gram; -1: never seen. */
    int find(int hash) {
        return ids.get(hash) - 1;
    }

    Sparse vector(Grams grams) {
        IntMap counts = new IntMap(Math.max(16, grams.size()));
        int[] order = new int[grams.size()];
        int[] ends = new int[Grams.KINDS];
        int n = 0;
        int at = 0;
        for (int kind = 0; kind < Grams.KINDS; kind++) {
            for (; at < grams.end(kind); at++) {
                int id = ids.get(grams.hash(at));
                if (id > 0 && counts.add(id, 1) == 1) {
                    order[n++] = id - 1;
                }
            }
            ends[kind] = n;
        }
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) (1 + Math.log(counts.get(order[i] + 1))) * rarity[order[i]];
        }
        int parts = 0;
        for (int kind = 0; kind < Grams.FORM; kind++) {
            parts += ends[kind] > (kind == 0 ? 0 : ends[kind - 1]) ? 1 : 0;
        }
        float length = (float) Math.sqrt(1.0 / Math.max(1, parts));
        for (int kind = 0; kind < Grams.KINDS; kind++) {
            scale(values, kind == 0 ? 0 : ends[kind - 1], ends[kind], kind == Grams.FORM ? OF_FORM : length);
        }
        return new Sparse(Arrays.copyOf(order, n), values);
    }

    private static void scale(float[] values, int from, int to, float length) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i] * values[i];
        }
        float by = sum == 0 ? 0 : (float) (length / Math.sqrt(sum));
        for (int i = from; i < to; i++) {
            values[i] *= by;
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(rarity.length);
        out.writeInt(words);
        int[] hashes = new int[rarity.length];
        ids.each((hash, id) -> hashes[id - 1] = hash);
        for (int i = 0; i < rarity.length; i++) {
            out.writeInt(hashes[i]);
            out.writeFloat(rarity[i]);
        }
    }

    static Vocabulary read(DataInput in) throws IOException {
        int n = Numbers.count(in, LARGEST);
        int words = Numbers.count(in, n);
        IntMap ids = new IntMap(n);
        float[] rarity = new float[n];
        for (int i = 0; i < n; i++) {
            ids.put(in.readInt(), i + 1);
            rarity[i] = in.readFloat();
        }
        return new Vocabulary(ids, rarity, words);
    }
}
