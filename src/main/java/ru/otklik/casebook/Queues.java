package ru.otklik.casebook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import ru.otklik.casework.Actor;
import ru.otklik.casework.State;
import ru.otklik.directory.Authorities;
import ru.otklik.regulation.Importance;

/** What waits for a person, what burns first at the top. */
@Service
public class Queues implements Authorities.OpenWork {

    public static final int PAGE = 50;

    /** The row after which the page begins; {@code due} is null in a list without terms. */
    public record Cursor(@Nullable Instant due, long id) {}

    /** @param next where the next page begins; null: this is the last */
    public record Page(List<QueueRow> rows, @Nullable Cursor next) {}

    /**
     * @param topic code, or the code of a group with a dot at its end
     * @param late only what is overdue; in a list of nobody's own also what only a co-executor is late with
     * @param text a part of the message
     * @param test only test ones, or only real ones; null: both
     * @param importance this one and those above it
     */
    public record Filter(
            @Nullable State state,
            @Nullable Integer authority,
            @Nullable String topic,
            boolean late,
            @Nullable String text,
            @Nullable Boolean test,
            @Nullable Importance importance) {

        public static final Filter NONE = new Filter(null, null, null, false, null, null, null);
    }

    private final JdbcClient jdbc;

    Queues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Open of(int authority) {
        String open = "i.state in ('IN_WORK', 'AWAITING_APPROVAL', 'APPROVED')";
        long lead = jdbc.sql("select count(*) from incident i where i.lead = :authority and " + open)
                .param("authority", authority)
                .query(Long.class)
                .single();
        List<Long> asked = jdbc.sql("""
                        select i.id from co_execution c join incident i on i.id = c.incident_id
                         where c.authority = :authority and c.stage <> 'ACCEPTED' and
                        """ + open + " order by i.id")
                .param("authority", authority)
                .query(Long.class)
                .list();
        return new Open(lead, asked);
    }

    /** @param now what is overdue is overdue by then */
    public Page list(Queue queue, Actor viewer, Filter filter, @Nullable Cursor after, Instant now) {
        return list(queue, viewer, filter, after, now, PAGE);
    }

    public Page list(Queue queue, Actor viewer, Filter filter, @Nullable Cursor after, Instant now, int size) {
        if (!queue.isOpenTo(viewer)) {
            return new Page(List.of(), null);
        }
        var query = new QueueQuery(queue, Visibility.of(viewer), filter, after, now);
        List<QueueRow> rows = jdbc.sql(query.sql())
                .params(query.parameters())
                .param("limit", size + 1)
                .query(QueueRow::of)
                .list();
        if (rows.size() <= size) {
            return new Page(rows, null);
        }
        QueueRow last = rows.get(size - 1);
        return new Page(
                new ArrayList<>(rows.subList(0, size)),
                new Cursor(queue.isNewestFirst() ? null : last.due(), last.id()));
    }
}
