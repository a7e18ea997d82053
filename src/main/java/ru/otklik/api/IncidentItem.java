package ru.otklik.api;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.otklik.casebook.Queue;
import ru.otklik.casebook.QueueRow;
import ru.otklik.casebook.Queues;
import ru.otklik.casebook.Queues.Cursor;
import ru.otklik.casework.State;
import ru.otklik.regulation.Importance;

/**
 * An incident in a list.
 *
 * @param excerpt the beginning of the message
 * @param lead code of the authority
 * @param due what burns first for this list; absent when nothing is awaited
 */
record IncidentItem(
        long id,
        int version,
        State state,
        String network,
        String excerpt,
        @Nullable String author,
        @Nullable String topic,
        @Nullable String place,
        Importance importance,
        @Nullable String lead,
        @Nullable Instant due,
        boolean assessed,
        boolean test,
        int returns,
        int interims) {

    /** @param next the cursor of the next page: number of the last, and its due where the list has one */
    record Page(List<IncidentItem> items, @Nullable String next) {
        static Page of(Queues.Page page, Names names) {
            Cursor next = page.next();
            return new Page(
                    page.rows().stream().map(r -> IncidentItem.of(r, names)).toList(),
                    next == null ? null : next.id() + (next.due() == null ? "" : "_" + next.due()));
        }

        /** Where the page after that cursor begins; empty for a text that this list never gave. */
        static Optional<Cursor> after(String text, Queue queue) {
            String[] parts = text.split("_", 2);
            if (!parts[0].matches("\\d{1,18}") || queue.isNewestFirst() != (parts.length == 1)) {
                return Optional.empty();
            }
            try {
                Instant due = parts.length == 1 ? null : Instant.parse(parts[1]);
                return Optional.of(new Cursor(due, Long.parseLong(parts[0])));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
    }

    private static IncidentItem of(QueueRow r, Names names) {
        Integer lead = r.lead();
        return new IncidentItem(
                r.id(),
                r.version(),
                r.state(),
                r.network(),
                r.excerpt(),
                r.authorName(),
                r.topic(),
                r.place(),
                r.importance(),
                lead == null ? null : names.code(lead),
                r.due(),
                r.assessed(),
                r.test(),
                r.returns(),
                r.interims());
    }
}
