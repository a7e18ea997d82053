package ru.otklik.detection.repeats;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/** The smallest hashes of a text under many hash functions: as many agree as the texts have in common (MinHash). */
public final class Sketch {

    static final int BANDS = 32;
    static final int ROWS = 4;
    static final int SIZE = BANDS * ROWS;

    private static final int[] FACTORS = new int[SIZE];
    private static final int[] SHIFTS = new int[SIZE];
    /** Two different hashes share their kept byte once in 256. */
    private static final double BY_CHANCE = 1 / 256.0;

    static {
        // one seed for ever: sketches of different days are compared
        Random random = new Random(753);
        for (int i = 0; i < SIZE; i++) {
            FACTORS[i] = random.nextInt() | 1;
            SHIFTS[i] = random.nextInt();
        }
    }

    private final int[] smallest = new int[SIZE];

    private Sketch() {}

    /** Empty for a text without a letter or digit. */
    public static Optional<Sketch> of(String text) {
        int[] shingles = Shingles.of(text);
        return shingles.length == 0 ? Optional.empty() : Optional.of(of(shingles));
    }

    static Sketch of(int[] shingles) {
        Sketch sketch = new Sketch();
        Arrays.fill(sketch.smallest, Integer.MAX_VALUE);
        for (int s : shingles) {
            sketch.take(s);
        }
        return sketch;
    }

    private void take(int shingle) {
        for (int i = 0; i < SIZE; i++) {
            smallest[i] = Math.min(smallest[i], shingle * FACTORS[i] + SHIFTS[i]);
        }
    }

    /** The bucket of a band: texts alike share at least one of them. */
    int bucket(int band) {
        int h = band + 1;
        for (int i = band * ROWS; i < (band + 1) * ROWS; i++) {
            h = (h ^ smallest[i]) * 0x9E3779B1;
            h ^= h >>> 15;
        }
        return h;
    }

    /** Buckets of the first bands, for an index: what shares none of them is not looked at. */
    public int[] buckets(int bands) {
        int[] all = new int[bands];
        Arrays.setAll(all, this::bucket);
        return all;
    }

    /** As it is kept, to be compared with others. */
    public byte[] kept() {
        byte[] bytes = new byte[SIZE];
        writeTo(bytes, 0);
        return bytes;
    }

    public double similarity(byte[] other) {
        return similarity(other, 0);
    }

    void writeTo(byte[] bytes, int at) {
        for (int i = 0; i < SIZE; i++) {
            bytes[at + i] = kept(i);
        }
    }

    /** How much of both texts is common to them, from 0 to 1, known to about 0.04. */
    double similarity(byte[] bytes, int at) {
        int same = 0;
        for (int i = 0; i < SIZE; i++) {
            same += bytes[at + i] == kept(i) ? 1 : 0;
        }
        return Math.max(0, ((double) same / SIZE - BY_CHANCE) / (1 - BY_CHANCE));
    }

    private byte kept(int i) {
        int h = smallest[i];
        return (byte) (h ^ h >>> 8 ^ h >>> 16 ^ h >>> 24);
    }
}
