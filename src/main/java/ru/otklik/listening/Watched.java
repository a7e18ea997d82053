package ru.otklik.listening;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.NetworkFault;

/** A source and how it fares. */
public record Watched(Source source, Health health) {

    /**
     * Of its lane.
     *
     * @param heard so many posts in all, each time one was said counted
     * @param fault kind of the last failure, see {@link NetworkFault.Kind}; null: it was heard since
     * @param error the same as a sentence
     */
    public record Health(
            @Nullable Instant heardAt,
            long heard,
            @Nullable String fault,
            @Nullable String error,
            @Nullable Instant failedAt,
            Instant nextAt) {

        public boolean isWell() {
            return error == null;
        }
    }
}
