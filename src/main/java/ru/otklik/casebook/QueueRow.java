package ru.otklik.casebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import ru.otklik.casework.State;
import ru.otklik.regulation.Importance;

/**
 * An incident as a list shows it.
 *
 * @param excerpt the beginning of the message
 * @param due what burns first for the list it stands in; null when nothing is awaited
 * @param contributes the viewer's authority stands here as a co-executor
 * @param screen what the program thinks of its manners (clause 22), as in the proposal; null: it was not asked
 * @param screenShare how sure it is of that; null: it does not say
 * @param need what the author wants, as in the proposal
 * @param interims how many interim answers were published
 */
public record QueueRow(
        long id,
        int version,
        State state,
        String network,
        String excerpt,
        @Nullable String authorName,
        @Nullable String topic,
        @Nullable String place,
        Importance importance,
        @Nullable Integer lead,
        @Nullable Instant due,
        boolean contributes,
        boolean test,
        boolean assessed,
        int returns,
        int interims,
        @Nullable String screen,
        @Nullable Double screenShare,
        @Nullable String need) {

    public boolean answered() {
        return state == State.ANSWERED;
    }

    static QueueRow of(ResultSet row, int number) throws SQLException {
        var due = row.getObject("due", OffsetDateTime.class);
        return new QueueRow(
                row.getLong("id"),
                row.getInt("version"),
                State.valueOf(row.getString("state")),
                row.getString("network"),
                row.getString("excerpt"),
                row.getString("author_name"),
                row.getString("topic"),
                row.getString("place"),
                Importance.valueOf(row.getString("importance")),
                row.getObject("lead", Integer.class),
                due == null ? null : due.toInstant(),
                row.getBoolean("contributes"),
                row.getBoolean("test"),
                row.getBoolean("assessed"),
                row.getInt("returns"),
                row.getInt("interims"),
                row.getString("screen"),
                row.getObject("screen_share", Double.class),
                row.getString("need"));
    }
}
