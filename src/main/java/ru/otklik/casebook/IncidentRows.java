package ru.otklik.casebook;

import static ru.otklik.casebook.ObligationRows.each;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.otklik.casework.CoExecution;
import ru.otklik.casework.Incident;
import ru.otklik.casework.Obligation;
import ru.otklik.casework.Submission;

@Component
class IncidentRows {

    private final JdbcClient jdbc;

    IncidentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** With its open terms, in one question. */
    Optional<Ledger.Saved> find(long id, LongFunction<List<CoExecution>> coExecutors) {
        return jdbc.sql("""
                select i.id, version, network, state, regulation, topic, place, importance, assessed, test, detected_at,
                       returns, returned_by, drafts, interims, finals, lead, routed_at, rounds, remarked, co_executors,
                       submitted, submitted_kind, submitted_by, submitted_at, approved_by, ordered,
                       ground, excluded_by, excluded_at, exclusion_confirmed_by, journal_length, journal_hash,
                       o.id as obligation, term, clause, bearer, authority, co_executor, is_right, opened_at, due_at,
                       calendar
                  from incident i
                  left join obligation o on o.incident_id = i.id and closed_at is null
                 where i.id = ?
                 order by o.id
                """).param(id).query(r -> r.next() ? Optional.of(saved(id, r, coExecutors)) : Optional.empty());
    }

    private static Ledger.Saved saved(long id, ResultSet r, LongFunction<List<CoExecution>> coExecutors)
            throws SQLException {
        var parts = r.getInt("co_executors") > 0 ? coExecutors.apply(id) : List.<CoExecution>of();
        var incident = IncidentRow.toIncident(r, parts);
        int length = r.getInt("journal_length");
        byte[] hash = r.getBytes("journal_hash");
        var open = new ArrayList<Obligation>();
        while (r.getObject("obligation") != null) {
            open.add(ObligationRows.toObligation(r));
            if (!r.next()) {
                break;
            }
        }
        return new Ledger.Saved(incident, open, length, hash);
    }

    boolean exists(long id) {
        return jdbc.sql("select exists (select 1 from incident where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Those that begin, each row of the tables as one element of arrays. */
    void insert(Writes to, List<Ledger.Opening> all) {
        to.add(
                """
                insert into incident (version, state, assessed, test, returns, returned_by, drafts, interims, rounds,
                                      remarked, co_executors, approved_by, ordered, id, network, regulation, topic, place,
                                      importance, detected_at, proposal, centre_due, journal_length, journal_hash)
                select 0, 'DETECTED', false, false, 0, '{}', 0, 0, 0, false, 0, '{}', false, *
                  from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],
                              ?::text[], ?::timestamptz[], ?::int[], ?::bytea[])
                """,
                each(all, Long[]::new, o -> o.head().id()),
                each(all, String[]::new, o -> o.head().network()),
                each(all, String[]::new, o -> o.head().regulation()),
                each(all, String[]::new, o -> o.head().assessment().topic()),
                each(all, String[]::new, o -> o.head().assessment().place()),
                each(all, String[]::new, o -> o.head().assessment().importance().name()),
                each(all, String[]::new, o -> o.head().detectedAt().toString()),
                each(all, String[]::new, Ledger.Opening::proposal),
                each(
                        all,
                        String[]::new,
                        o -> text(Burning.of(o.incident(), o.terms().open()).centre())),
                each(all, Integer[]::new, o -> last(o.entries()).length()),
                each(all, byte[][]::new, o -> last(o.entries()).hash()));
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    /** Touches the one row whose version was seen; none when somebody was faster. */
    void update(Writes to, Incident i, Burning burning, List<JournalRows.Entry> entries) {
        var values = IncidentRow.values(i);
        values.add(Writes.instant(burning.centre()));
        values.add(Writes.instant(burning.lead()));
        values.add(last(entries).length());
        values.add(last(entries).hash());
        values.add(i.head().id());
        values.add(i.head().version());
        to.add("""
                update incident
                   set version = version + 1, state = ?, regulation = ?, topic = ?, place = ?, importance = ?,
                       assessed = ?, test = ?, returns = ?, returned_by = ?, drafts = ?, interims = ?, finals = ?,
                       lead = ?, routed_at = ?, rounds = ?, remarked = ?, co_executors = ?,
                       submitted = ?, submitted_kind = ?, submitted_by = ?, submitted_at = ?, approved_by = ?,
                       ordered = ?, ground = ?, excluded_by = ?, excluded_at = ?, exclusion_confirmed_by = ?,
                       centre_due = ?, lead_due = ?, journal_length = ?, journal_hash = ?
                 where id = ? and version = ?
                """, values.toArray());
    }

    void linkRepeat(Writes to, long id, long of) {
        to.add("update incident set repeat_of = ? where id = ?", of, id);
    }

    void gather(Writes to, long id, @Nullable Long event) {
        to.add("update incident set event = ? where id = ?", new SqlParameterValue(Types.BIGINT, event), id);
    }

    Optional<Long> event(long id) {
        return jdbc.sql("select event from incident where id = ? and event is not null")
                .param(id)
                .query(Long.class)
                .optional();
    }

    boolean isEvent(long event) {
        return jdbc.sql("select exists (select from event where id = ?)")
                .param(event)
                .query(Boolean.class)
                .single();
    }

    private static Chain last(List<JournalRows.Entry> entries) {
        return entries.get(entries.size() - 1).chain();
    }

    static @Nullable Submission submission(Incident i) {
        if (i instanceof Incident.AwaitingApproval a) {
            return a.submission();
        }
        return i instanceof Incident.Approved a ? a.submission() : null;
    }
}
