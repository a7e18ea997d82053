package ru.otklik.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.otklik.casework.State;

/** What the API reads beside the incident itself. */
@Component
class IncidentLists {

    /**
     * @param only an authority that sees its own alone; null: sees all
     * @param before a number of an incident; null: from the newest
     */
    record Query(
            @Nullable Integer only,
            @Nullable State state,
            @Nullable Integer lead,
            @Nullable String topic,
            boolean overdue,
            @Nullable Long before,
            int limit) {}

    record Item(
            long id,
            int version,
            String state,
            String network,
            @Nullable String topic,
            @Nullable String place,
            String importance,
            @Nullable String lead,
            Instant detectedAt,
            @Nullable Instant centreDue,
            @Nullable Instant leadDue,
            int returns,
            int drafts,
            boolean test) {}

    record Author(@Nullable String name, @Nullable String url) {}

    record Message(
            String thread,
            String externalId,
            @Nullable String url,
            Author author,
            String text,
            @Nullable Instant postedAt,
            int revisions) {}

    /** @param met absent while the term runs */
    record Term(
            String term,
            String clause,
            String bearer,
            @Nullable String authority,
            Instant openedAt,
            Instant dueAt,
            @Nullable Instant closedAt,
            @Nullable Boolean met,
            @Nullable Long lateSeconds,
            String explanation) {}

    private final JdbcClient jdbc;

    IncidentLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Item> list(Query q, Instant now, Names names) {
        var sql = new StringBuilder("""
                select id, version, state, network, topic, place, importance, lead, detected_at, centre_due, lead_due,
                       returns, drafts, test
                  from incident
                 where id < :before
                """);
        if (q.only() != null) {
            sql.append("""
                       and (lead = :only or lead is not null and exists (select 1 from co_execution c
                                                                where c.incident_id = incident.id and c.authority = :only))
                    """);
        }
        sql.append(q.state() == null ? "" : " and state = :state\n");
        sql.append(q.lead() == null ? "" : " and lead = :lead\n");
        sql.append(q.topic() == null ? "" : " and topic = :topic\n");
        sql.append(q.overdue() ? " and (centre_due < :now or lead_due < :now)\n" : "");
        var query = jdbc.sql(sql.append(" order by id desc limit :limit").toString())
                .param("before", q.before() == null ? Long.MAX_VALUE : q.before())
                .param("limit", q.limit());
        query = q.only() == null ? query : query.param("only", q.only());
        query = q.state() == null ? query : query.param("state", q.state().name());
        query = q.lead() == null ? query : query.param("lead", q.lead());
        query = q.topic() == null ? query : query.param("topic", q.topic());
        query = q.overdue() ? query.param("now", Timestamp.from(now)) : query;
        return query.query((r, n) -> item(r, names)).list();
    }

    private static Item item(ResultSet r, Names names) throws SQLException {
        return new Item(
                r.getLong("id"),
                r.getInt("version"),
                r.getString("state"),
                r.getString("network"),
                r.getString("topic"),
                r.getString("place"),
                r.getString("importance"),
                authority(r, "lead", names),
                r.getTimestamp("detected_at").toInstant(),
                instant(r, "centre_due"),
                instant(r, "lead_due"),
                r.getInt("returns"),
                r.getInt("drafts"),
                r.getBoolean("test"));
    }

    Message message(long incident) {
        return jdbc.sql("""
                select thread, external_id, url, author_name, author_url, text, posted_at, revisions
                  from message
                 where id = ?
                """)
                .param(incident)
                .query((r, n) -> new Message(
                        r.getString("thread"),
                        r.getString("external_id"),
                        r.getString("url"),
                        new Author(r.getString("author_name"), r.getString("author_url")),
                        r.getString("text"),
                        instant(r, "posted_at"),
                        r.getInt("revisions")))
                .single();
    }

    List<Term> terms(long incident, Names names) {
        return jdbc.sql("""
                select term, clause, bearer, authority, opened_at, due_at, closed_at, met, late_seconds, why
                  from obligation
                 where incident_id = ? and not is_right
                 order by id
                """)
                .param(incident)
                .query((r, n) -> new Term(
                        r.getString("term"),
                        r.getString("clause"),
                        r.getString("bearer"),
                        authority(r, "authority", names),
                        r.getTimestamp("opened_at").toInstant(),
                        r.getTimestamp("due_at").toInstant(),
                        instant(r, "closed_at"),
                        (Boolean) r.getObject("met"),
                        (Long) r.getObject("late_seconds"),
                        r.getString("why")))
                .list();
    }

    private static @Nullable String authority(ResultSet r, String column, Names names) throws SQLException {
        int id = r.getInt(column);
        return r.wasNull() ? null : names.code(id);
    }

    private static @Nullable Instant instant(ResultSet r, String column) throws SQLException {
        Timestamp at = r.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
