package ru.otklik.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.otklik.networks.Address;
import ru.otklik.networks.Reply;
import ru.otklik.publication.Publications.Publication;

/** The table {@code outbox}. Holds no text: the approved version stands in {@code draft} and is read from there. */
@Repository
class OutboxRows {

    /** A row that is claimed longer than this belongs to a node that is gone. */
    static final Duration ABANDONED = Duration.ofMinutes(2);

    /**
     * Where an answer goes.
     *
     * @param corrects external id of the final answer that stands there already
     * @param standing hashes of its pictures, with commas
     */
    record Destination(
            String network,
            int lead,
            String thread,
            String message,
            @Nullable String corrects,
            @Nullable String standing) {
        Address address() {
            return new Address(thread, message);
        }
    }

    private static final String TAKEN = """
            select t.id, t.incident_id as incident, t.draft, t.key, t.attempts, t.unsure, t.ordered_at, t.account_id as account,
                   t.corrects, t.external_id, t.looks, d.text,
                   array_to_string(d.pictures, ',') as pictures, m.network, m.thread, m.external_id as message
            from taken t
            join draft d on d.incident_id = t.incident_id and d.version = t.draft
            join message m on m.id = t.incident_id""";

    private final JdbcClient jdbc;

    OutboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Destination destination(long incident) {
        return jdbc.sql("""
                        select i.network, i.lead, m.thread, m.external_id as message, was.corrects, was.standing
                          from incident i join message m on m.id = i.id left join lateral (
                               select o.external_id as corrects, array_to_string(d.pictures, ',') as standing
                                 from outbox o join draft d on d.incident_id = o.incident_id and d.version = o.draft
                                where o.incident_id = i.id and d.kind = 'FINAL' and o.state in ('SENT', 'SEEN')
                                order by o.draft desc limit 1) was on true
                         where i.id = :incident""")
                .param("incident", incident)
                .query(Destination.class)
                .single();
    }

    /** One that failed is tried anew by a person's word; it counts as tried once, so the network is looked at first. */
    void add(long incident, int draft, @Nullable Integer account, @Nullable String corrects, Instant now) {
        jdbc.sql("""
                        insert into outbox (incident_id, draft, account_id, corrects, state, ordered_at, next_try_at)
                        values (:incident, :draft, :account, :corrects, 'WAITING', :now, :now)
                        on conflict (incident_id, draft) do update
                        set state = 'WAITING', attempts = 1, ordered_at = :now, next_try_at = :now, account_id = :account
                        where outbox.state in ('FAILED', 'UNKNOWN')""")
                .param("incident", incident)
                .param("draft", draft)
                .param("account", account)
                .param("corrects", corrects)
                .param("now", utc(now))
                .update();
    }

    Optional<Claimed> claim(UUID node, Instant now) {
        return jdbc.sql("""
                        with due as (
                            select id, state <> 'WAITING' as unsure from outbox
                            where state in ('WAITING', 'UNCERTAIN') and next_try_at <= :now
                               or state = 'SENDING' and claimed_at < :abandoned
                            order by next_try_at, id
                            limit 1 for update skip locked),
                        taken as (
                            update outbox o
                               set state = 'SENDING', claimed_at = :now, claimed_by = :node, attempts = attempts + 1
                            from due where o.id = due.id
                            returning o.*, due.unsure)
                        """ + TAKEN)
                .param("node", node)
                .param("now", utc(now))
                .param("abandoned", utc(now.minus(ABANDONED)))
                .query(Claimed.class)
                .optional();
    }

    /** What a process of this node was sending when it was killed: the network is asked. */
    void release(UUID node, Instant now) {
        jdbc.sql("""
                        update outbox set state = 'UNCERTAIN', next_try_at = :now
                         where state = 'SENDING' and claimed_by = :node""").param("node", node).param("now", utc(now)).update();
    }

    void sent(long id, Reply.Posted posted, @Nullable String remark, Instant look) {
        jdbc.sql("""
                        update outbox set state = 'SENT', url = :url, external_id = :externalId, last_error = :remark,
                               posted_at = :at, looks = 0, look_at = :look
                        where id = :id""")
                .param("id", id)
                .param("url", posted.url())
                .param("externalId", posted.externalId())
                .param("remark", remark)
                .param("at", utc(posted.at()))
                .param("look", utc(look))
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

    /** One that is to be looked at again; nobody else looks before {@code until}. */
    Optional<Claimed> claimLook(Instant now, Instant until) {
        return jdbc.sql("""
                        with taken as (
                            update outbox set look_at = :until
                             where id = (select id from outbox where look_at <= :now order by look_at, id limit 1
                                         for update skip locked)
                            returning *, false as unsure)
                        """ + TAKEN)
                .param("now", utc(now))
                .param("until", utc(until))
                .query(Claimed.class)
                .optional();
    }

    /** @param next null: it is looked at no more */
    void looked(long id, Publications.State state, @Nullable String error, @Nullable Instant next) {
        jdbc.sql("""
                        update outbox set state = :state, last_error = :error, looks = looks + 1, look_at = :next::timestamptz
                        where id = :id""")
                .param("id", id)
                .param("state", state.name())
                .param("error", error)
                .param("next", next == null ? null : utc(next))
                .update();
    }

    /** Those of an incident, the newest draft first. */
    List<Publication> list(long incident) {
        return jdbc.sql("select * from outbox where incident_id = :incident order by draft desc")
                .param("incident", incident)
                .query(OutboxRows::publication)
                .list();
    }

    Optional<Publication> find(long incident, int draft) {
        return list(incident).stream().filter(p -> p.draft() == draft).findFirst();
    }

    String text(long incident, int draft) {
        return jdbc.sql("select text from draft where incident_id = :incident and version = :draft")
                .param("incident", incident)
                .param("draft", draft)
                .query(String.class)
                .single();
    }

    static List<String> hashes(@Nullable String withCommas) {
        return withCommas == null || withCommas.isEmpty() ? List.of() : List.of(withCommas.split(","));
    }

    private static Publication publication(ResultSet row, int n) throws SQLException {
        return new Publication(
                row.getLong("id"),
                row.getInt("draft"),
                Publications.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("next_try_at", OffsetDateTime.class).toInstant(),
                row.getString("url"),
                row.getString("external_id"),
                row.getString("last_error"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
