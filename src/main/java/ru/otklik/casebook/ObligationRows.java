package ru.otklik.casebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import ru.otklik.casework.Obligation;
import ru.otklik.casework.TermChanges;
import ru.otklik.regulation.Bearer;

/** Terms: opened once, settled once. */
final class ObligationRows {

    private ObligationRows() {}

    static Obligation toObligation(ResultSet r) throws SQLException {
        return new Obligation(
                r.getLong("obligation"),
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

    static void save(Writes to, long incident, TermChanges changes) {
        insert(
                to,
                incident,
                changes.opened().stream()
                        .filter(o -> changes.open().contains(o))
                        .toList());
        settle(to, changes.settled());
        reassign(to, changes.reassigned());
    }

    private static void insert(Writes to, long incident, List<Obligation> opened) {
        if (!opened.isEmpty()) {
            to.add(
                    """
                    insert into obligation (incident_id, term, clause, bearer, authority, co_executor, is_right,
                                            opened_at, due_at, why, calendar)
                    select ?, * from unnest(?::text[], ?::text[], ?::text[], ?::int[], ?::int[], ?::boolean[],
                                            ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[])
                    """,
                    incident,
                    each(opened, String[]::new, Obligation::term),
                    each(opened, String[]::new, Obligation::clause),
                    each(opened, String[]::new, o -> o.bearer().name()),
                    each(opened, Integer[]::new, Obligation::authority),
                    each(opened, Integer[]::new, Obligation::coExecutor),
                    each(opened, Boolean[]::new, Obligation::right),
                    each(opened, String[]::new, o -> o.opened().toString()),
                    each(opened, String[]::new, o -> o.due().toString()),
                    each(opened, String[]::new, Obligation::why),
                    each(opened, String[]::new, Obligation::calendar));
        }
    }

    private static void settle(Writes to, List<TermChanges.Settled> settled) {
        if (!settled.isEmpty()) {
            to.add(
                    """
                    update obligation o set closed_at = s.at, met = s.met, late_seconds = s.late
                      from unnest(?::bigint[], ?::timestamptz[], ?::boolean[], ?::bigint[]) as s (id, at, met, late)
                     where o.id = s.id
                    """,
                    each(settled, Long[]::new, s -> s.obligation().id()),
                    each(settled, String[]::new, s -> s.at().toString()),
                    each(settled, Boolean[]::new, TermChanges.Settled::met),
                    each(settled, Long[]::new, TermChanges.Settled::lateSeconds));
        }
    }

    private static void reassign(Writes to, List<Obligation> reassigned) {
        if (!reassigned.isEmpty()) {
            to.add(
                    """
                    update obligation o set authority = s.authority
                      from unnest(?::bigint[], ?::int[]) as s (id, authority)
                     where o.id = s.id
                    """,
                    each(reassigned, Long[]::new, Obligation::id),
                    each(reassigned, Integer[]::new, Obligation::authority));
        }
    }

    private static <A, B> B[] each(List<A> rows, IntFunction<B[]> array, Function<A, @Nullable B> column) {
        return rows.stream().map(column).toArray(array);
    }
}
