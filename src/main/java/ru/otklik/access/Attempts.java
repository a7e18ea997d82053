package ru.otklik.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing. Counted before the password is looked at, so that a hundred guesses sent at once are still a
 * hundred; a login that does not exist is counted like any other.
 */
@Component
class Attempts {

    private static final int REMEMBERED = 10_000;

    private record Tally(int count, Instant until) {}

    private final Map<String, Tally> tallies = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tally> eldest) {
            return size() > REMEMBERED;
        }
    };

    private final AccessSettings settings;
    private final Clock clock;

    Attempts(AccessSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Counts one more attempt; how long to wait, if it is one too many. */
    synchronized Optional<Duration> waitBefore(String login, String address) {
        String key = key(login, address);
        Instant now = clock.instant();
        Tally known = tallies.get(key);
        if (known == null || !now.isBefore(known.until)) {
            known = new Tally(0, now.plus(settings.attemptsWindow()));
        }
        if (known.count >= settings.attempts()) {
            return Optional.of(Duration.between(now, known.until));
        }
        boolean last = known.count + 1 == settings.attempts();
        tallies.put(key, new Tally(known.count + 1, last ? now.plus(settings.lockFor()) : known.until));
        return Optional.empty();
    }

    synchronized void forget(String login, String address) {
        tallies.remove(key(login, address));
    }

    private static String key(String login, String address) {
        return login.substring(0, Math.min(login.length(), 64)).strip().toLowerCase() + " " + address;
    }
}
