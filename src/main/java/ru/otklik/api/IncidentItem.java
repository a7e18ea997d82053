package ru.otklik.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.otklik.casebook.QueueRow;
import ru.otklik.casebook.Queues;
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

    /** @param next the cursor of the next page; absent: this is the last */
    record Page(List<IncidentItem> items, @Nullable String next) {
        static Page of(Queues.Page page, Names names) {
            return new Page(
                    page.rows().stream().map(r -> IncidentItem.of(r, names)).toList(), Cursors.text(page.next()));
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
