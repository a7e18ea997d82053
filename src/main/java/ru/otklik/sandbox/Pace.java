package ru.otklik.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Twenty texts a minute from one address: anyone may write here, so somebody will try to flood it. */
class Pace {

    private static final int A_MINUTE = 20;
    private static final int REMEMBERED = 10_000;

    private final Map<String, Deque<Instant>> written = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Counts one more, if it is not one too many. */
    synchronized boolean allows(String address, Instant now) {
        var times = written.computeIfAbsent(address, a -> new ArrayDeque<>());
        times.removeIf(t -> !t.isAfter(now.minus(Duration.ofMinutes(1))));
        return times.size() < A_MINUTE && times.add(now);
    }
}
