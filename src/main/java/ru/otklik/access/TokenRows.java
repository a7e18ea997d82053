package ru.otklik.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code api_token}. */
@Component
class TokenRows {

    record Live(
            int id,
            int personId,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {}

    private final JdbcClient jdbc;

    TokenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int add(int personId, byte[] sha, String name, Instant now) {
        return jdbc.sql("""
                        insert into api_token (person_id, token_sha256, name, created_at)
                        values (:person, :sha, :name, :now)
                        returning id
                        """)
                .param("person", personId)
                .param("sha", sha)
                .param("name", name)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    List<ApiTokens.Listed> list() {
        return jdbc.sql("""
                        select t.id, p.login, t.name, t.created_at, t.last_used_at,
                               coalesce(t.revoked_at, case when p.left_at >= t.created_at then p.left_at end)
                                   as revoked_at
                          from api_token t join person p on p.id = t.person_id
                         order by t.id
                        """)
                .query((row, n) -> new ApiTokens.Listed(
                        row.getInt("id"),
                        row.getString("login"),
                        row.getString("name"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("last_used_at", OffsetDateTime.class)),
                        instant(row.getObject("revoked_at", OffsetDateTime.class))))
                .list();
    }

    boolean revoke(int id, Instant now) {
        return jdbc.sql("update api_token set revoked_at = :now where id = :id and revoked_at is null")
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Live> findLive(byte[] sha) {
        return jdbc.sql("""
                        select id, person_id, created_at, last_used_at from api_token
                         where token_sha256 = :sha and revoked_at is null
                        """)
                .param("sha", sha)
                .query((row, n) -> new Live(
                        row.getInt("id"),
                        row.getInt("person_id"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("last_used_at", OffsetDateTime.class))))
                .optional();
    }

    void touch(int id, Instant now) {
        jdbc.sql("update api_token set last_used_at = :now where id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
