package ru.otklik.sandbox.wire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.otklik.sandbox.wire.Mishap.Way;

/** Which troubles each network has: exactly the next calls, or by chance with a seed. */
@Component
public class Troubles {

    private static final int MOST_QUEUED = 1_000;

    /** @param way null: whatever call comes in */
    private record Queued(Mishap mishap, @Nullable Way way) {}

    private static final class Switches {
        final List<Queued> next = new ArrayList<>();
        final Map<Mishap, Double> chance = new EnumMap<>(Mishap.class);
        Random random = new Random(1);
        Duration skew = Duration.ZERO;
        Duration slow = Duration.ofSeconds(3);
    }

    private final Map<String, Switches> networks = new ConcurrentHashMap<>();
    private final Clock clock;

    Troubles(Clock clock) {
        this.clock = clock;
    }

    /** After those that are queued already. */
    public void queue(String network, Mishap mishap, @Nullable Way way, int times) {
        Switches s = of(network);
        synchronized (s) {
            for (int i = 0; i < times && s.next.size() < MOST_QUEUED; i++) {
                s.next.add(new Queued(mishap, way));
            }
        }
    }

    /** @param chance of one call, 0 to 1, each */
    public void set(String network, Map<Mishap, Double> chance, Duration skew, Duration slow, long seed) {
        Switches s = of(network);
        synchronized (s) {
            s.chance.clear();
            s.chance.putAll(chance);
            s.skew = skew;
            s.slow = slow;
            s.random = new Random(seed);
        }
    }

    public void clear(String network) {
        networks.remove(network);
    }

    public Map<Mishap, Double> chances(String network) {
        Switches s = of(network);
        synchronized (s) {
            return Map.copyOf(s.chance);
        }
    }

    public Duration skew(String network) {
        return of(network).skew;
    }

    public Duration slow(String network) {
        return of(network).slow;
    }

    /** What the network's clock shows. */
    public Instant now(String network) {
        return clock.instant().plus(skew(network));
    }

    /** What this call is to suffer, if anything. */
    Optional<Mishap> next(String network, Way way) {
        Switches s = of(network);
        synchronized (s) {
            for (int i = 0; i < s.next.size(); i++) {
                Queued q = s.next.get(i);
                if (q.way() == way || q.way() == null && way != Way.PUSH) {
                    return Optional.of(s.next.remove(i).mishap());
                }
            }
            for (var e : s.chance.entrySet()) {
                if ((way != Way.PUSH || e.getKey() == Mishap.DOUBLED) && s.random.nextDouble() < e.getValue()) {
                    return Optional.of(e.getKey());
                }
            }
            return Optional.empty();
        }
    }

    /** Whether the network says it twice this time when it calls by itself. */
    public boolean saysTwice(String network) {
        return next(network, Way.PUSH).filter(m -> m == Mishap.DOUBLED).isPresent();
    }

    private Switches of(String network) {
        return networks.computeIfAbsent(network, n -> new Switches());
    }
}
