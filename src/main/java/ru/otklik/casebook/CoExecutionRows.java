package ru.otklik.casebook;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import ru.otklik.casework.CoExecution;
import ru.otklik.casework.Incident;
import ru.otklik.casework.Obligation;

@Component
class CoExecutionRows {

    private final JdbcTemplate jdbc;

    CoExecutionRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<CoExecution> list(long incident) {
        return jdbc.query(
                "select authority, stage, contribution from co_execution where incident_id = ? order by authority",
                (r, n) -> new CoExecution(r.getInt(1), CoExecution.Stage.valueOf(r.getString(2)), r.getInt(3)),
                incident);
    }

    /** Rows of those who are no longer asked go; what they wrote stays in contribution. */
    void save(Writes to, Incident before, Incident after, List<Obligation> open) {
        var is = of(after);
        if (of(before).isEmpty() && is.isEmpty()) {
            return;
        }
        long id = after.head().id();
        to.add(
                "delete from co_execution where incident_id = ? and authority <> all (?)",
                id,
                is.stream().map(CoExecution::authority).toArray(Integer[]::new));
        for (CoExecution c : is) {
            to.add(
                    """
                    insert into co_execution (incident_id, authority, stage, contribution, due) values (?, ?, ?, ?, ?)
                    on conflict (incident_id, authority) do update
                       set stage = excluded.stage, contribution = excluded.contribution, due = excluded.due
                    """,
                    id,
                    c.authority(),
                    c.stage().name(),
                    c.contribution(),
                    Writes.instant(Burning.ofCoExecutor(c.authority(), open)));
        }
    }

    private static List<CoExecution> of(Incident i) {
        return i instanceof Incident.UnderWay u ? u.work().coExecutors() : List.of();
    }
}
