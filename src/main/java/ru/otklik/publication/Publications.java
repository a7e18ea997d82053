package ru.otklik.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How the answers to an incident fare on their way to the network. */
@Service
public class Publications {

    public enum State {
        WAITING("Ждёт размещения"),
        SENDING("Размещается"),
        SENT("Размещён"),
        FAILED("Не размещён"),
        /** The call broke off; the network is asked before anything is sent again. */
        UNCERTAIN("Проверяется, размещён ли");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** @param error the last one, a sentence for a person */
    public record Publication(
            int draft,
            State state,
            int attempts,
            Instant orderedAt,
            Instant nextTryAt,
            @Nullable String url,
            @Nullable String error) {}

    private final OutboxRows rows;
    private final Clock clock;

    Publications(OutboxRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** The oldest first. */
    public List<Publication> of(long incident) {
        return rows.of(incident);
    }

    /** Tries a failed publication anew, after somebody repaired what it failed on. False: it has not failed. */
    public boolean again(long incident, int draft) {
        return rows.again(incident, draft, clock.instant());
    }
}
