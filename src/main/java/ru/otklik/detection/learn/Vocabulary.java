package ru.otklik.detection.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;

/**
 * The grams that were seen in training, each with its number and its rarity. A text becomes a vector: the logarithm of
 * the count times the rarity, each kind of grams brought to one length and pairs to less, all together to length one. The
 * words have the first numbers.
 */
final class Vocabulary {

    /** How grams are measured for what is asked of a text. */
    enum Measure {
        MATTER(1, true),
        /** A rare rude word tells more than all that is usual, and said once is said. */
        TONE(2.2, false);

        private final double power;
        private final boolean counts;

        /** @param power of the rarity; @param counts whether more of a gram is more */
        Measure(double power, boolean counts) {
            this.power = power;
            this.counts = counts;
        }
    }

    private static final float OF_PAIRS = 0.6f;

    /** What a message begins with says more than what follows. */
    private static final float EARLY = 1.4f;

    private static final int EARLY_WORDS = 20;

    /** The length of the marks of form beside the rest of a vector, which has length one. */
    private static final float OF_FORM = 0.3f;

    /** The same of what is known beside the words. */
    private static final float OF_SIGNS = 0.3f;

    private static final int LARGEST = 1 << 19;

    private static final int KIND_BITS = 3;
    private static final int KIND = (1 << KIND_BITS) - 1;

    /** The logarithms of small numbers. */
    private static final float[] LOGS = new float[64];

    static {
        for (int i = 1; i < LOGS.length; i++) {
            LOGS[i] = (float) Math.log(i);
        }
    }

    private final Measure measure;
    private final IntMap ids;
    private final float[] rarity;
    private final int words;
    private final int signs;

    private Vocabulary(Measure measure, IntMap ids, float[] rarity, int words, int signs) {
        this.measure = measure;
        this.ids = ids;
        this.rarity = rarity;
        this.words = words;
        this.signs = signs;
    }

    /** A pair and a piece must stand in two texts; in a large collection everything must stand in more. */
    static Vocabulary of(Measure measure, int texts, IntFunction<Grams> read) {
        IntMap counts = counted(texts, read);
        int least = Math.max(1, texts / 20_000);
        while (count(counts, least) > LARGEST) {
            least++;
        }
        IntMap ids = new IntMap(1 << 16);
        int words = number(counts, least, kind -> kind == Grams.WORD, ids, 0);
        int signs = number(counts, least, kind -> kind == Grams.SIGN, ids, words);
        int all = number(counts, least, kind -> kind != Grams.WORD && kind != Grams.SIGN, ids, signs);
        float[] rarity = new float[all];
        ids.each((hash, id) -> rarity[id - 1] =
                (float) Math.pow(1 + Math.log((1.0 + texts) / (1.0 + (counts.get(hash) >> KIND_BITS))), measure.power));
        return new Vocabulary(measure, ids, rarity, words, signs);
    }

    /** In how many texts each gram stands, and in the last bits its kind. */
    private static IntMap counted(int texts, IntFunction<Grams> read) {
        IntMap counts = new IntMap(1 << 16);
        for (int t = 0; t < texts; t++) {
            Grams g = read.apply(t);
            IntMap seen = new IntMap(g.size());
            int at = 0;
            for (int kind = 0; kind < Grams.KINDS; kind++) {
                for (; at < g.end(kind); at++) {
                    int hash = g.hash(at);
                    if (seen.putIfAbsent(hash, 1) == 0 && counts.putIfAbsent(hash, 1 << KIND_BITS | kind) != 0) {
                        counts.add(hash, 1 << KIND_BITS);
                    }
                }
            }
        }
        return counts;
    }

    private static boolean stays(int count, int least) {
        int kind = count & KIND;
        return count >> KIND_BITS >= (kind == Grams.WORD || kind >= Grams.FORM ? least : least + 1);
    }

    private static int count(IntMap counts, int least) {
        int[] n = {0};
        counts.each((hash, count) -> n[0] += stays(count, least) ? 1 : 0);
        return n[0];
    }

    /** The frequent ones first, so that what is asked for together lies together. */
    private static int number(IntMap counts, int least, IntPredicate kinds, IntMap ids, int from) {
        LongStream.Builder found = LongStream.builder();
        counts.each((hash, count) -> {
            if (stays(count, least) && kinds.test(count & KIND)) {
                found.add((long) -(count >> KIND_BITS) << Integer.SIZE | Integer.toUnsignedLong(hash));
            }
        });
        long[] sorted = found.build().sorted().toArray();
        for (int i = 0; i < sorted.length; i++) {
            ids.put((int) sorted[i], from + i + 1);
        }
        return from + sorted.length;
    }

    /** The numbers of single words lie below it. */
    int words() {
        return words;
    }

    /** Those of signs lie between the words and it. */
    int signs() {
        return signs;
    }

    int size() {
        return rarity.length;
    }

    Text read(Grams grams) {
        IntMap met = new IntMap(grams.size());
        int[] places = new int[grams.size()];
        int[] features = new int[grams.size()];
        int[] counts = new int[grams.size()];
        boolean[] early = new boolean[grams.size()];
        int[] ends = new int[Grams.KINDS];
        int[] known = ids.get(grams.hashes(), grams.size());
        int n = 0;
        int at = 0;
        for (int kind = 0; kind < Grams.KINDS; kind++) {
            for (; at < grams.end(kind); at++) {
                int id = known[at];
                if (id > 0) {
                    int before = met.putIfAbsent(id, n + 1);
                    int place = before == 0 ? n++ : before - 1;
                    features[place] = id - 1;
                    counts[place]++;
                    early[place] |= kind < Grams.FORM && grams.word(at) < EARLY_WORDS;
                    places[at] = place;
                } else {
                    places[at] = -1;
                }
            }
            ends[kind] = n;
        }
        return new Text(grams, places, new Sparse(Arrays.copyOf(features, n), values(features, counts, early, ends)));
    }

    private float[] values(int[] features, int[] counts, boolean[] early, int[] ends) {
        float[] values = new float[ends[Grams.SIGN]];
        for (int i = 0; i < values.length; i++) {
            float often = measure.counts ? 1 + LOGS[Math.min(counts[i], LOGS.length - 1)] : 1;
            values[i] = often * (early[i] ? EARLY : 1) * rarity[features[i]];
        }
        float square = 0;
        for (int kind = 0; kind < Grams.FORM; kind++) {
            square += ends[kind] > (kind == 0 ? 0 : ends[kind - 1]) ? length(kind) * length(kind) : 0;
        }
        float all = (float) Math.sqrt(Math.max(OF_PAIRS * OF_PAIRS, square));
        for (int kind = 0; kind < Grams.KINDS; kind++) {
            scale(
                    values,
                    kind == 0 ? 0 : ends[kind - 1],
                    ends[kind],
                    kind < Grams.FORM ? length(kind) / all : length(kind));
        }
        return values;
    }

    private static float length(int kind) {
        return switch (kind) {
            case Grams.PAIR -> OF_PAIRS;
            case Grams.FORM -> OF_FORM;
            case Grams.SIGN -> OF_SIGNS;
            default -> 1;
        };
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
        out.writeByte(measure.ordinal());
        out.writeInt(rarity.length);
        out.writeInt(words);
        out.writeInt(signs);
        int[] hashes = new int[rarity.length];
        ids.each((hash, id) -> hashes[id - 1] = hash);
        for (int i = 0; i < rarity.length; i++) {
            out.writeInt(hashes[i]);
            out.writeFloat(rarity[i]);
        }
    }

    static Vocabulary read(DataInput in) throws IOException {
        Measure measure = Measure.values()[in.readUnsignedByte()];
        int n = Numbers.count(in, LARGEST);
        int words = Numbers.count(in, n);
        int signs = Numbers.count(in, n);
        IntMap ids = new IntMap(n);
        float[] rarity = new float[n];
        for (int i = 0; i < n; i++) {
            ids.put(in.readInt(), i + 1);
            rarity[i] = in.readFloat();
        }
        return new Vocabulary(measure, ids, rarity, words, signs);
    }
}
