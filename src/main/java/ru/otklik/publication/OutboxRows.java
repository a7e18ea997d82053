package ru.otklik.publication;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.otklik.networks.Reply;

/** The table {@code outbox}. Holds no text: the approved version stands in {@code draft} and is read from there. */
@Repository
class OutboxRows {

    /**
     * A row taken by this process, with what is to be sent and where.
     *
     * @param unsure the network may have it already: it is looked for, and not sent
     */
    record Claimed(
            long id,
            long incident,
            int draft,
            UUID key,
            int attempts,
            boolean unsure,
            String text,
            String network,
            String thread,
            String message) {}

    /** A row that is claimed longer than this belongs to a process that died. */
    static final Duration ABANDONED = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    OutboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that failed is tried anew by a person's word; it counts as tried once, so the network is looked at first. */
    void add(long incident, int draft, Instant now) {
        jdbc.sql("""
                        insert into outbox (incident_id, draft, state, ordered_at, next_try_at)
                        values (:incident, :draft, 'WAITING', :now, :now)
                        on conflict (incident_id, draft) do update
                        set state = 'WAITING', attempts = 1, next_try_at = :now
                        where outbox.state in ('FAILED', 'UNKNOWN')""")
                .param("incident", incident)
                .param("draft", draft)
                .param("now", utc(now))
                .update();
    }

    Optional<Claimed> claim(Instant now) {
        return jdbc.sql("""
                        with due as (
                            select id, state <> 'WAITING' as unsure from outbox
                            where state in ('WAITING', 'UNCERTAIN') and next_try_at <= :now
                               or state = 'SENDING' and claimed_at < :abandoned
                            order by next_try_at, id
                            limit 1 for update skip locked),
                        taken as (
                            update outbox o set state = 'SENDING', claimed_at = :now, attempts = attempts + 1
                            from due where o.id = due.id
                            returning o.id, o.incident_id, o.draft, o.key, o.attempts, due.unsure)
                        select t.id, t.incident_id as incident, t.draft, t.key, t.attempts, t.unsure, d.text,
                               m.network, m.thread, m.external_id as message
                        from taken t
                        join draft d on d.incident_id = t.incident_id and d.version = t.draft
                        join message m on m.id = t.incident_id""")
                .param("now", utc(now))
                .param("abandoned", utc(now.minus(ABANDONED)))
                .query(Claimed.class)
                .optional();
    }

    void sent(Claimed row, Reply.Posted posted, @Nullable String remark) {
        jdbc.sql("""
                        update outbox set state = 'SENT', url = :url, external_id = :externalId, last_error = :remark
                        where id = :id""")
                .param("id", row.id())
                .param("url", posted.url())
                .param("externalId", posted.externalId())
                .param("remark", remark)
                .update();
    }

    /** Not sent by this attempt. False: another process took the row over meanwhile, and it is left to it. */
    boolean notSent(Claimed row, Publications.State state, Instant nextTry, String error) {
        return jdbc.sql("""
                        update outbox set state = :state, next_try_at = :nextTry, last_error = :error
                        where id = :id and state = 'SENDING' and attempts = :attempts""")
                        .param("id", row.id())
                        .param("attempts", row.attempts())
                        .param("state", state.name())
                        .param("nextTry", utc(nextTry))
                        .param("error", error)
                        .update()
                == 1;
    }

    Optional<Publications.Publication> find(long incident, int draft) {
        return jdbc.sql("""
                        select draft, state, attempts, ordered_at, next_try_at, url, last_error as error
                        from outbox where incident_id = :incident and draft = :draft""")
                .param("incident", incident)
                .param("draft", draft)
                .query((row, n) -> new Publications.Publication(
                        row.getInt("draft"),
                        Publications.State.valueOf(row.getString("state")),
                        row.getInt("attempts"),
                        row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
                        row.getObject("next_try_at", OffsetDateTime.class).toInstant(),
                        row.getString("url"),
                        row.getString("error")))
                .optional();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
