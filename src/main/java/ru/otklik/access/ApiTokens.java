package ru.otklik.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import ru.otklik.directory.People;
import ru.otklik.directory.Person;

/** Tokens of the API: the table {@code api_token}, and a short memory of it so that a call costs no query. */
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

    private record Known(int personId, long at) {}

    private final Map<ByteBuffer, Known> known = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;
    private final LongSupplier nanos;

    @Autowired
    ApiTokens(JdbcClient jdbc, People people, Clock clock) {
        this(jdbc, people, clock, System::nanoTime);
    }

    ApiTokens(JdbcClient jdbc, People people, Clock clock, LongSupplier nanos) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
        this.nanos = nanos;
    }

    public Issued create(Person person, String name) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        int id = jdbc.sql("""
                        insert into api_token (person_id, token_sha256, name, created_at)
                        values (:person, :sha, :name, :now)
                        returning id
                        """)
                .param("person", person.id())
                .param("sha", sha256(token))
                .param("name", name.strip())
                .param("now", now())
                .query(Integer.class)
                .single();
        return new Issued(id, token);
    }

    public List<Listed> list() {
        return jdbc.sql("""
                        select t.id, p.login, t.name, t.created_at, t.last_used_at, t.revoked_at
                          from api_token t join person p on p.id = t.person_id
                         order by t.id
                        """)
                .query((row, n) -> new Listed(
                        row.getInt("id"),
                        row.getString("login"),
                        row.getString("name"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("last_used_at", OffsetDateTime.class)),
                        instant(row.getObject("revoked_at", OffsetDateTime.class))))
                .list();
    }

    /** @return false when there is no such token, or it is revoked already */
    public boolean revoke(int id) {
        int rows = jdbc.sql("update api_token set revoked_at = :now where id = :id and revoked_at is null")
                .param("id", id)
                .param("now", now())
                .update();
        known.clear();
        return rows == 1;
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
            Optional<Integer> personId = findPersonId(sha);
            if (personId.isEmpty()) {
                known.remove(key);
                return Optional.empty();
            }
            if (known.size() >= AT_MOST) {
                known.clear();
            }
            found = new Known(personId.get(), at);
            known.put(key, found);
        }
        return people.find(found.personId).filter(Person::active);
    }

    private Optional<Integer> findPersonId(byte[] sha) {
        record Row(int id, int personId, @Nullable OffsetDateTime lastUsedAt) {}
        Optional<Row> row = jdbc.sql("""
                        select id, person_id, last_used_at from api_token
                         where token_sha256 = :sha and revoked_at is null
                        """).param("sha", sha).query(Row.class).optional();
        row.filter(r -> r.lastUsedAt == null || r.lastUsedAt.isBefore(now().minusMinutes(1)))
                .ifPresent(r -> jdbc.sql("update api_token set last_used_at = :now where id = :id")
                        .param("id", r.id)
                        .param("now", now())
                        .update());
        return row.map(Row::personId);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
