package ru.otklik.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import ru.otklik.directory.People;
import ru.otklik.directory.Person;

/** Tokens of the API, and a short memory of them so that a call costs no query. */
@Service
public class ApiTokens {

    /** @param token told once and kept nowhere */
    public record Issued(int id, String token) {}

    public record Listed(
            int id,
            String login,
            String name,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {}

    /** A token revoked by another process works no longer than this. */
    static final Duration REMEMBERED = Duration.ofSeconds(4);

    private static final int AT_MOST = 10_000;
    private static final String PREFIX = "otk_";

    private record Known(int personId, Instant createdAt, long at) {}

    private final Map<ByteBuffer, Known> known = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final TokenRows rows;
    private final People people;
    private final Clock clock;
    private final LongSupplier nanos;

    @Autowired
    ApiTokens(TokenRows rows, People people, Clock clock) {
        this(rows, people, clock, System::nanoTime);
    }

    ApiTokens(TokenRows rows, People people, Clock clock, LongSupplier nanos) {
        this.rows = rows;
        this.people = people;
        this.clock = clock;
        this.nanos = nanos;
    }

    public Issued create(Person person, String name) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        int id = rows.add(person.id(), sha256(token), name.strip(), clock.instant());
        return new Issued(id, token);
    }

    public List<Listed> list() {
        return rows.list();
    }

    /** @return false when there is no such token, or it is revoked already */
    public boolean revoke(int id) {
        boolean revoked = rows.revoke(id, clock.instant());
        known.clear();
        return revoked;
    }

    /** The active person whose token this is. */
    Optional<Person> findPerson(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        byte[] sha = sha256(token);
        ByteBuffer key = ByteBuffer.wrap(sha);
        Known found = known.get(key);
        if (found == null || nanos.getAsLong() - found.at >= REMEMBERED.toNanos()) {
            long at = nanos.getAsLong();
            Optional<TokenRows.Live> live = findLive(sha);
            if (live.isEmpty()) {
                known.remove(key);
                return Optional.empty();
            }
            if (known.size() >= AT_MOST) {
                known.clear();
            }
            found = new Known(live.get().personId(), live.get().createdAt(), at);
            known.put(key, found);
        }
        Instant issued = found.createdAt;
        return people.find(found.personId).filter(p -> p.active() && !p.leftSince(issued));
    }

    private Optional<TokenRows.Live> findLive(byte[] sha) {
        Optional<TokenRows.Live> row = rows.findLive(sha);
        Instant aMinuteAgo = clock.instant().minusSeconds(60);
        row.filter(r -> r.lastUsedAt() == null || r.lastUsedAt().isBefore(aMinuteAgo))
                .ifPresent(r -> rows.touch(r.id(), clock.instant()));
        return row;
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
