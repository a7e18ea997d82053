package ru.otklik.listening;

import java.time.Duration;

/**
 * A lane taken by this process.
 *
 * @param turns its number among all claims of the lane: who has an older one moves nothing
 * @param failures how many times in a row it was not heard
 */
record Claim(int id, String network, String key, String cursor, long turns, int failures) {

    /** A lane that is claimed longer than this belongs to a node that is gone. */
    static final Duration ABANDONED = Duration.ofMinutes(5);
}
