package ru.otklik.repeats;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.otklik.detection.repeats.Sketch;

/**
 * A message that is to be compared with the others.
 *
 * @param author the network's key of the author; null where it tells none
 * @param timed the network told the time
 * @param answer the published final answer; null: there is none
 */
record Unheard(
        long incident,
        @Nullable String author,
        @Nullable String topic,
        @Nullable String place,
        Instant at,
        boolean timed,
        String text,
        @Nullable Answer answer,
        Optional<Sketch> sketch) {

    record Answer(int draft, String text, Instant at) {}

    static Unheard of(ResultSet row, int number) throws SQLException {
        String text = row.getString("text");
        String answer = row.getString("answer");
        return new Unheard(
                row.getLong("id"),
                row.getString("author"),
                row.getString("topic"),
                row.getString("place"),
                at(row, "at"),
                row.getBoolean("timed"),
                text,
                answer == null ? null : new Answer(row.getInt("draft"), answer, at(row, "answered_at")),
                Sketch.of(text));
    }

    static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
