package ru.otklik.publication;

import java.time.Clock;
import org.springframework.stereotype.Component;
import ru.otklik.casework.Fact;
import ru.otklik.casework.FactListener;
import ru.otklik.networks.Voices;

/** Puts an ordered publication into the outbox, or back when it failed before, in the transaction that saves the order. */
@Component
class Ordering implements FactListener {

    private final OutboxRows rows;
    private final Voices voices;
    private final Clock clock;

    Ordering(OutboxRows rows, Voices voices, Clock clock) {
        this.rows = rows;
        this.voices = voices;
        this.clock = clock;
    }

    @Override
    public void on(long incident, Fact fact) {
        if (fact instanceof Fact.PublicationOrdered ordered) {
            var to = rows.destination(incident);
            Integer account = voices.forAnswer(to.network(), to.lead())
                    .map(Voices.Voice::account)
                    .orElse(null);
            rows.add(incident, ordered.draft(), account, to.corrects(), clock.instant());
        }
    }
}
