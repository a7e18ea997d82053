package ru.otklik.networks.http;

import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkSettings;

/** A bucket for each token, so that a network never has to say that we call too often. */
@Component
public class Pace {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TOKENS = 10_000;

    private record Key(String network, String token) {}

    private final NetworkSettings settings;
    private final Map<Key, Bucket> buckets = new ConcurrentHashMap<>();

    Pace(NetworkSettings settings) {
        this.settings = settings;
    }

    /**
     * Waits for this token's turn.
     *
     * @throws NetworkFault of kind {@code LIMIT}, with nothing done, when the turn is too far away
     */
    public void await(String network, String token) {
        if (buckets.size() > TOKENS) {
            buckets.clear();
        }
        try {
            boolean turn = buckets.computeIfAbsent(new Key(network, token), this::bucket)
                    .asBlocking()
                    .tryConsume(1, PATIENCE, BlockingStrategy.PARKING);
            if (!turn) {
                throw new NetworkFault(
                        NetworkFault.Kind.LIMIT, "Слишком много обращений к сети. Отклик ждёт.", PATIENCE, true, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NetworkFault(NetworkFault.Kind.TROUBLE, "Обращение к сети прервано.", null, true, e);
        }
    }

    private Bucket bucket(Key key) {
        int perSecond = settings.paceOf(key.network());
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
