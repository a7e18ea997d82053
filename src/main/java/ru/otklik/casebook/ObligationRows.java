package ru.otklik.casebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
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
        insert(to, opened(incident, changes));
        settle(to, changes.settled());
        reassign(to, changes.reassigned());
    }

    /** @param terms by the number of the incident that each belongs to */
    static void insert(Writes to, List<Map.Entry<Long, Obligation>> terms) {
        if (!terms.isEmpty()) {
            to.add(
                    """
                    insert into obligation (incident_id, term, clause, bearer, authority, co_executor, is_right,
                                            opened_at, due_at, why, calendar)
                    select * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::int[], ?::int[], ?::boolean[],
                                         ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[])
                    """,
                    each(terms, Long[]::new, Map.Entry::getKey),
                    each(terms, String[]::new, t -> t.getValue().term()),
                    each(terms, String[]::new, t -> t.getValue().clause()),
                    each(terms, String[]::new, t -> t.getValue().bearer().name()),
                    each(terms, Integer[]::new, t -> t.getValue().authority()),
                    each(terms, Integer[]::new, t -> t.getValue().coExecutor()),
                    each(terms, Boolean[]::new, t -> t.getValue().right()),
                    each(terms, String[]::new, t -> t.getValue().opened().toString()),
                    each(terms, String[]::new, t -> t.getValue().due().toString()),
                    each(terms, String[]::new, t -> t.getValue().why()),
                    each(terms, String[]::new, t -> t.getValue().calendar()));
        }
    }

    static List<Map.Entry<Long, Obligation>> opened(long incident, TermChanges changes) {
        return changes.opened().stream()
                .filter(o -> changes.open().contains(o))
                .map(o -> Map.entry(incident, o))
                .toList();
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

    static <A, B> B[] each(List<A> rows, IntFunction<B[]> array, Function<A, @Nullable B> column) {
        return rows.stream().map(column).toArray(array);
    }
}
