package ru.otklik.detection.repeats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Copies and slightly edited copies among the last messages it was told of.
 *
 * <p>It keeps no texts: 264 bytes a message and 128 a place of its tables, up to the capacity; then each new message
 * takes the place of the oldest. A question costs the same whether it holds a thousand or a million. Threads take turns.
 */
public final class NearDuplicates {

    /** @param similarity from 0 to 1: how much of both texts is common to them */
    public record Near(long id, double similarity) {}

    /** Small enough that the collector of garbage does not round the arrays up to regions of their own. */
    private static final int CHUNK = 1 << 10;

    private static final int NEVER = -1;
    /** A text copied by thousands is found by its newest copies. */
    private static final int DEEPEST = 400;

    private static final int LOOKED_AT = 6_000;

    private final int capacity;
    /** The newest message of each bucket, by its number. */
    private final int[][] newest = new int[Sketch.BANDS][];
    /** Of each message, the one before it in each of its buckets. */
    private final int[][] before;

    private final byte[][] sketches;
    private final long[][] ids;
    private int told;

    private NearDuplicates(int capacity) {
        this.capacity = (capacity + CHUNK - 1) / CHUNK * CHUNK;
        int chunks = this.capacity / CHUNK;
        before = new int[chunks][];
        sketches = new byte[chunks][];
        ids = new long[chunks][];
        for (int band = 0; band < Sketch.BANDS; band++) {
            newest[band] = new int[this.capacity];
            Arrays.fill(newest[band], NEVER);
        }
    }

    /** @param capacity how many messages it remembers */
    public static NearDuplicates remembering(int capacity) {
        if (capacity < 1 || capacity > 16_000_000) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        return new NearDuplicates(capacity);
    }

    /** A text without a letter is not remembered. */
    public void add(long id, String text) {
        int[] shingles = Shingles.of(text);
        if (shingles.length > 0) {
            add(id, Sketch.of(shingles));
        }
    }

    private synchronized void add(long id, Sketch sketch) {
        if (told == Integer.MAX_VALUE) {
            throw new IllegalStateException("two thousand million messages: make a new index");
        }
        int slot = told % capacity;
        int chunk = slot / CHUNK;
        int at = slot % CHUNK;
        if (ids[chunk] == null) {
            ids[chunk] = new long[CHUNK];
            sketches[chunk] = new byte[CHUNK * Sketch.SIZE];
            before[chunk] = new int[CHUNK * Sketch.BANDS];
        }
        ids[chunk][at] = id;
        sketch.writeTo(sketches[chunk], at * Sketch.SIZE);
        for (int band = 0; band < Sketch.BANDS; band++) {
            int place = place(sketch, band);
            before[chunk][at * Sketch.BANDS + band] = newest[band][place];
            newest[band][place] = told;
        }
        told++;
    }

    /**
     * The most alike first, of equals the newest.
     *
     * @param atLeast the similarity from which it counts; below 0.5 not all are found
     * @param most how many at most
     */
    public List<Near> find(String text, double atLeast, int most) {
        int[] shingles = Shingles.of(text);
        return shingles.length == 0 ? List.of() : find(Sketch.of(shingles), atLeast, most);
    }

    private synchronized List<Near> find(Sketch sketch, double atLeast, int most) {
        int[] candidates = candidates(sketch);
        List<Near> found = new ArrayList<>();
        for (int i = candidates.length - 1; i >= 0; i--) {
            int slot = candidates[i] % capacity;
            double similarity = sketch.similarity(sketches[slot / CHUNK], slot % CHUNK * Sketch.SIZE);
            if (similarity >= atLeast) {
                found.add(new Near(ids[slot / CHUNK][slot % CHUNK], similarity));
            }
        }
        found.sort(Comparator.comparingDouble((Near n) -> -n.similarity()));
        return List.copyOf(found.subList(0, Math.min(most, found.size())));
    }

    /** Numbers of the messages that share a bucket, each once, rising. */
    private int[] candidates(Sketch sketch) {
        int[] seen = new int[LOOKED_AT];
        int count = 0;
        for (int band = 0; band < Sketch.BANDS && count < LOOKED_AT; band++) {
            int at = newest[band][place(sketch, band)];
            // a number older than the capacity was forgotten, and all that stood before it too
            for (int depth = 0; at > told - 1 - capacity && at >= 0 && depth < DEEPEST && count < LOOKED_AT; depth++) {
                seen[count++] = at;
                int slot = at % capacity;
                at = before[slot / CHUNK][slot % CHUNK * Sketch.BANDS + band];
            }
        }
        Arrays.sort(seen, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || seen[kept - 1] != seen[i]) {
                seen[kept++] = seen[i];
            }
        }
        return Arrays.copyOf(seen, kept);
    }

    private int place(Sketch sketch, int band) {
        return (int) (Integer.toUnsignedLong(sketch.bucket(band)) * capacity >>> Integer.SIZE);
    }

    public synchronized int size() {
        return Math.min(told, capacity);
    }
}
