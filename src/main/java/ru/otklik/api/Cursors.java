package ru.otklik.api;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.otklik.casebook.Queue;
import ru.otklik.casebook.Queues.Cursor;

/** Where the next page begins, as text: the number of the last incident, and its due instant where the list has one. */
final class Cursors {

    private Cursors() {}

    static @Nullable String text(@Nullable Cursor cursor) {
        return cursor == null ? null : cursor.id() + (cursor.due() == null ? "" : "_" + cursor.due());
    }

    /** Empty for a text that this list never gave. */
    static Optional<Cursor> find(String text, Queue queue) {
        String[] parts = text.split("_", 2);
        if (!parts[0].matches("\\d{1,18}") || queue.isNewestFirst() != (parts.length == 1)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Cursor(parts.length == 1 ? null : Instant.parse(parts[1]), Long.parseLong(parts[0])));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
