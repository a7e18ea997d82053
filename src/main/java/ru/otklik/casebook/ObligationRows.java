package ru.otklik.casebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import ru.otklik.casework.Obligation;
import ru.otklik.casework.TermChanges;
import ru.otklik.regulation.Bearer;

@Component
class ObligationRows {

    private final JdbcTemplate jdbc;

    ObligationRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Obligation> listOpen(long incident) {
        return jdbc.query("""
                select id, term, clause, bearer, authority, co_executor, is_right, opened_at, due_at, calendar
                  from obligation
                 where incident_id = ? and closed_at is null
                 order by id
                """, (r, n) -> toObligation(r), incident);
    }

    private static Obligation toObligation(ResultSet r) throws SQLException {
        return new Obligation(
                r.getLong("id"),
                r.getString("term"),
                r.getString("clause"),
                Bearer.valueOf(r.getString("bearer")),
                r.getObject("authority", Integer.class),
                r.getObject("co_executor", Integer.class),
                r.getBoolean("is_right"),
                instant(r, "opened_at"),
                instant(r, "due_at"),
                "", // the explanation is long and no decision needs it
                r.getString("calendar"));
    }

    private static Instant instant(ResultSet r, String column) throws SQLException {
        return r.getObject(column, OffsetDateTime.class).toInstant();
    }

    void save(long incident, TermChanges changes) {
        insert(
                incident,
                changes.opened().stream()
                        .filter(o -> changes.open().contains(o))
                        .toList());
        settle(changes.settled());
        reassign(changes.reassigned());
    }

    private void insert(long incident, List<Obligation> opened) {
        if (opened.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                """
                insert into obligation (incident_id, term, clause, bearer, authority, co_executor, is_right,
                                        opened_at, due_at, why, calendar)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                opened.stream()
                        .map(o -> new Object[] {
                            incident,
                            o.term(),
                            o.clause(),
                            o.bearer().name(),
                            o.authority(),
                            o.coExecutor(),
                            o.right(),
                            MessageRows.at(o.opened()),
                            MessageRows.at(o.due()),
                            o.why(),
                            o.calendar()
                        })
                        .toList());
    }

    private void settle(List<TermChanges.Settled> settled) {
        if (settled.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                "update obligation set closed_at = ?, met = ?, late_seconds = ? where id = ?",
                settled.stream()
                        .map(s -> new Object[] {
                            MessageRows.at(s.at()),
                            s.met(),
                            s.lateSeconds(),
                            s.obligation().id()
                        })
                        .toList());
    }

    private void reassign(List<Obligation> reassigned) {
        if (!reassigned.isEmpty()) {
            jdbc.batchUpdate(
                    "update obligation set authority = ? where id = ?",
                    reassigned.stream()
                            .map(o -> new Object[] {o.authority(), o.id()})
                            .toList());
        }
    }
}
