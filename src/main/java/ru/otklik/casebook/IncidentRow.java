package ru.otklik.casebook;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ru.otklik.casework.Assessment;
import ru.otklik.casework.CoExecution;
import ru.otklik.casework.DraftKind;
import ru.otklik.casework.Ground;
import ru.otklik.casework.Head;
import ru.otklik.casework.Incident;
import ru.otklik.casework.State;
import ru.otklik.casework.Submission;
import ru.otklik.casework.Work;
import ru.otklik.regulation.Importance;

/** A state to columns, and back. */
final class IncidentRow {

    private IncidentRow() {}

    static Incident toIncident(ResultSet r, List<CoExecution> parts) throws SQLException {
        Head head = head(r);
        return switch (State.valueOf(r.getString("state"))) {
            case DETECTED -> new Incident.Detected(head);
            case EXCLUDED ->
                new Incident.Excluded(
                        head,
                        Ground.valueOf(r.getString("ground")),
                        r.getInt("excluded_by"),
                        instant(r, "excluded_at"),
                        r.getObject("exclusion_confirmed_by", Integer.class));
            case IN_WORK -> new Incident.InWork(head, work(r, parts));
            case AWAITING_APPROVAL -> new Incident.AwaitingApproval(head, work(r, parts), submission(r));
            case APPROVED -> new Incident.Approved(head, work(r, parts), submission(r), r.getBoolean("ordered"));
            case ANSWERED -> new Incident.Answered(head, work(r, parts));
        };
    }

    private static Head head(ResultSet r) throws SQLException {
        var assessment = new Assessment(
                r.getString("topic"),
                r.getString("place"),
                Importance.valueOf(r.getString("importance")),
                r.getBoolean("assessed"));
        return new Head(
                r.getLong("id"),
                r.getInt("version"),
                r.getString("network"),
                r.getString("regulation"),
                assessment,
                r.getBoolean("test"),
                instant(r, "detected_at"),
                new TreeSet<>(integers(r.getArray("returned_by"))),
                new Head.Tally(r.getInt("returns"), r.getInt("drafts"), r.getInt("interims"), r.getInt("finals")));
    }

    private static Work work(ResultSet r, List<CoExecution> parts) throws SQLException {
        return new Work(r.getInt("lead"), instant(r, "routed_at"), parts, r.getInt("rounds"), r.getBoolean("remarked"));
    }

    private static Submission submission(ResultSet r) throws SQLException {
        return new Submission(
                r.getInt("submitted"),
                DraftKind.valueOf(r.getString("submitted_kind")),
                r.getInt("submitted_by"),
                instant(r, "submitted_at"),
                integers(r.getArray("approved_by")));
    }

    private static List<Integer> integers(Array array) throws SQLException {
        return List.of((Integer[]) array.getArray());
    }

    private static Instant instant(ResultSet r, String column) throws SQLException {
        return r.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** In the order of the columns that a decision may change. */
    static List<@Nullable Object> values(Incident i) {
        Head h = i.head();
        var v = new ArrayList<@Nullable Object>(List.of(i.state().name(), h.regulation()));
        v.add(Writes.text(h.assessment().topic()));
        v.add(Writes.text(h.assessment().place()));
        v.add(h.assessment().importance().name());
        v.add(h.assessment().confirmed());
        v.add(h.test());
        v.add(h.returns());
        v.add(array(h.returnedBy()));
        v.add(h.drafts());
        v.add(h.interims());
        v.add(h.finals());
        addWork(v, i instanceof Incident.UnderWay u ? u.work() : null);
        addSubmission(v, IncidentRows.submission(i));
        v.add(i instanceof Incident.Approved a && a.ordered());
        addExclusion(v, i instanceof Incident.Excluded e ? e : null);
        return v;
    }

    private static void addWork(List<@Nullable Object> v, @Nullable Work w) {
        v.add(Writes.number(w == null ? null : w.lead()));
        v.add(Writes.instant(w == null ? null : w.routedAt()));
        v.add(w == null ? 0 : w.rounds());
        v.add(w != null && w.remarked());
        v.add(w == null ? 0 : w.coExecutors().size());
    }

    private static void addSubmission(List<@Nullable Object> v, @Nullable Submission s) {
        v.add(Writes.number(s == null ? null : s.draft()));
        v.add(Writes.text(s == null ? null : s.kind()));
        v.add(Writes.number(s == null ? null : s.by()));
        v.add(Writes.instant(s == null ? null : s.at()));
        v.add(array(s == null ? List.of() : s.approvedBy()));
    }

    private static void addExclusion(List<@Nullable Object> v, Incident.@Nullable Excluded e) {
        v.add(Writes.text(e == null ? null : e.ground()));
        v.add(Writes.number(e == null ? null : e.by()));
        v.add(Writes.instant(e == null ? null : e.at()));
        v.add(Writes.number(e == null ? null : e.confirmedBy()));
    }

    private static Integer[] array(Collection<Integer> numbers) {
        return numbers.toArray(Integer[]::new);
    }
}
