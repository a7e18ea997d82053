package ru.otklik.detection.repeats;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a message when repeats are looked for.
 *
 * @param author the network's key of the author; empty when the network does not tell
 * @param topic code of the topic
 * @param place code of the territory or the settlement
 */
public record Telling(
        long id, Optional<String> author, Optional<String> topic, Optional<String> place, Instant at, String text) {

    /** The places do not contradict: equal, one unknown, or a settlement and its territory. */
    boolean mayBeWhere(Telling other) {
        if (place.isEmpty() || other.place.isEmpty()) {
            return true;
        }
        String a = place.get();
        String b = other.place.get();
        return a.equals(b) || a.startsWith(b + ".") || b.startsWith(a + ".");
    }

    double similarity(Telling other) {
        int[] mine = Shingles.of(text);
        int[] others = Shingles.of(other.text);
        if (mine.length == 0 || others.length == 0) {
            return 0;
        }
        byte[] kept = new byte[Sketch.SIZE];
        Sketch.of(others).writeTo(kept, 0);
        return Sketch.of(mine).similarity(kept, 0);
    }
}
