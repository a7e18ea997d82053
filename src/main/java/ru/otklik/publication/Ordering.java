package ru.otklik.publication;

import java.time.Clock;
import org.springframework.stereotype.Component;
import ru.otklik.casework.Fact;
import ru.otklik.casework.FactListener;

/** Puts an ordered publication into the outbox, or back when it failed before, in the transaction that saves the order. */
@Component
class Ordering implements FactListener {

    private final OutboxRows rows;
    private final Clock clock;

    Ordering(OutboxRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public void on(long incident, Fact fact) {
        if (fact instanceof Fact.PublicationOrdered ordered) {
            rows.add(incident, ordered.draft(), clock.instant());
        }
    }
}
