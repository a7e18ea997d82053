package ru.otklik.casebook;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
                r.getInt("returns"),
                new TreeSet<>(integers(r.getArray("returned_by"))),
                r.getInt("drafts"),
                r.getInt("interims"));
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

    static Map<String, @Nullable Object> parameters(Incident i) {
        var p = new HashMap<String, @Nullable Object>();
        Head h = i.head();
        p.put("id", h.id());
        p.put("version", h.version());
        p.put("state", i.state().name());
        p.put("regulation", h.regulation());
        p.put("topic", h.assessment().topic());
        p.put("place", h.assessment().place());
        p.put("importance", h.assessment().importance().name());
        p.put("assessed", h.assessment().confirmed());
        p.put("test", h.test());
        p.put("returns", h.returns());
        p.put("returnedBy", array(h.returnedBy()));
        p.put("drafts", h.drafts());
        p.put("interims", h.interims());
        putWork(p, i instanceof Incident.UnderWay u ? u.work() : null);
        putSubmission(p, IncidentRows.submission(i));
        p.put("ordered", i instanceof Incident.Approved a && a.ordered());
        putExclusion(p, i instanceof Incident.Excluded e ? e : null);
        return p;
    }

    private static void putWork(Map<String, @Nullable Object> p, @Nullable Work w) {
        p.put("lead", w == null ? null : w.lead());
        p.put("routedAt", w == null ? null : MessageRows.at(w.routedAt()));
        p.put("rounds", w == null ? 0 : w.rounds());
        p.put("remarked", w != null && w.remarked());
        p.put("coExecutors", w == null ? 0 : w.coExecutors().size());
    }

    private static void putSubmission(Map<String, @Nullable Object> p, @Nullable Submission s) {
        p.put("submitted", s == null ? null : s.draft());
        p.put("submittedKind", s == null ? null : s.kind().name());
        p.put("submittedBy", s == null ? null : s.by());
        p.put("submittedAt", s == null ? null : MessageRows.at(s.at()));
        p.put("approvedBy", array(s == null ? List.of() : s.approvedBy()));
    }

    private static void putExclusion(Map<String, @Nullable Object> p, Incident.@Nullable Excluded e) {
        p.put("ground", e == null ? null : e.ground().name());
        p.put("excludedBy", e == null ? null : e.by());
        p.put("excludedAt", e == null ? null : MessageRows.at(e.at()));
        p.put("exclusionConfirmedBy", e == null ? null : e.confirmedBy());
    }

    private static Integer[] array(Collection<Integer> numbers) {
        return numbers.toArray(Integer[]::new);
    }
}
