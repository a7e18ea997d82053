package ru.otklik.casebook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.otklik.casework.CoExecution;
import ru.otklik.casework.Head;
import ru.otklik.casework.Incident;
import ru.otklik.casework.Obligation;
import ru.otklik.casework.Submission;

@Component
class IncidentRows {

    private final JdbcClient jdbc;

    IncidentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Saved> find(
            long id, LongFunction<List<CoExecution>> coExecutors, LongFunction<List<Obligation>> openTerms) {
        return jdbc.sql("""
                select id, version, network, state, regulation, topic, place, importance, assessed, test, detected_at,
                       returns, returned_by, drafts, interims, lead, routed_at, rounds, remarked, co_executors,
                       submitted, submitted_kind, submitted_by, submitted_at, approved_by, ordered,
                       ground, excluded_by, excluded_at, exclusion_confirmed_by, journal_length, journal_hash
                  from incident
                 where id = ?
                """)
                .param(id)
                .query((r, n) -> {
                    var parts = r.getInt("co_executors") > 0 ? coExecutors.apply(id) : List.<CoExecution>of();
                    return new Saved(
                            IncidentRow.toIncident(r, parts),
                            openTerms.apply(id),
                            r.getInt("journal_length"),
                            r.getBytes("journal_hash"));
                })
                .optional();
    }

    boolean exists(long id) {
        return jdbc.sql("select exists (select 1 from incident where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    void insert(Incident.Detected i, Burning burning, @Nullable String proposal, List<JournalRows.Entry> entries) {
        Head h = i.head();
        jdbc.sql("""
                insert into incident (id, version, network, state, regulation, topic, place, importance, assessed, test,
                                      detected_at, returns, returned_by, drafts, interims, rounds, remarked, co_executors,
                                      approved_by, ordered, proposal, centre_due, journal_length, journal_hash)
                values (?, 0, ?, 'DETECTED', ?, ?, ?, ?, false, false, ?, 0, '{}', 0, 0, 0, false, 0, '{}', false, ?, ?, ?, ?)
                """)
                .params(Arrays.asList(
                        h.id(),
                        h.network(),
                        h.regulation(),
                        h.assessment().topic(),
                        h.assessment().place(),
                        h.assessment().importance().name(),
                        MessageRows.at(h.detectedAt()),
                        proposal,
                        MessageRows.at(burning.centre()),
                        last(entries).length(),
                        last(entries).hash()))
                .update();
    }

    /** @return how many rows had the version that was seen: 1, or 0 when somebody was faster */
    int update(Incident i, Burning burning, List<JournalRows.Entry> entries) {
        return jdbc.sql("""
                update incident
                   set version = version + 1, state = :state, regulation = :regulation, topic = :topic, place = :place,
                       importance = :importance, assessed = :assessed, test = :test, returns = :returns,
                       returned_by = :returnedBy, drafts = :drafts, interims = :interims, lead = :lead,
                       routed_at = :routedAt, rounds = :rounds, remarked = :remarked, co_executors = :coExecutors,
                       submitted = :submitted, submitted_kind = :submittedKind, submitted_by = :submittedBy,
                       submitted_at = :submittedAt, approved_by = :approvedBy, ordered = :ordered,
                       ground = :ground, excluded_by = :excludedBy, excluded_at = :excludedAt,
                       exclusion_confirmed_by = :exclusionConfirmedBy,
                       centre_due = :centreDue, lead_due = :leadDue,
                       journal_length = :journalLength, journal_hash = :journalHash
                 where id = :id and version = :version
                """)
                .params(IncidentRow.parameters(i))
                .param("centreDue", MessageRows.at(burning.centre()))
                .param("leadDue", MessageRows.at(burning.lead()))
                .param("journalLength", last(entries).length())
                .param("journalHash", last(entries).hash())
                .update();
    }

    void linkRepeat(long id, long of) {
        jdbc.sql("update incident set repeat_of = ? where id = ?")
                .params(Arrays.asList(of, id))
                .update();
    }

    static Incident withVersion(Incident i, int version) {
        Head h = i.head();
        return i.with(new Head(
                h.id(),
                version,
                h.network(),
                h.regulation(),
                h.assessment(),
                h.test(),
                h.detectedAt(),
                h.returns(),
                h.returnedBy(),
                h.drafts(),
                h.interims()));
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
