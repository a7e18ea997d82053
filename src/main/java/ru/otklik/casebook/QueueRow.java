package ru.otklik.casebook;

import java.time.Instant;
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
        @Nullable String screen) {

    public boolean answered() {
        return state == State.ANSWERED;
    }
}
