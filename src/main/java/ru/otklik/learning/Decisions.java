package ru.otklik.learning;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import ru.otklik.casework.Fact;
import ru.otklik.casework.FactListener;
import ru.otklik.casework.World;

/** Keeps the first decision on a message and what it was corrected to later. */
@Component
class Decisions implements FactListener {

    private final DecisionRows rows;
    private final World world;
    private final Clock clock;

    Decisions(DecisionRows rows, World world, Clock clock) {
        this.rows = rows;
        this.world = world;
        this.clock = clock;
    }

    @Override
    public void on(long incident, Fact fact) {
        if (fact instanceof Fact.Routed || fact instanceof Fact.Excluded) {
            Instant now = clock.instant();
            rows.findDetected(incident)
                    .ifPresent(at -> rows.keep(
                            incident,
                            now,
                            world.workingTime(null).between(at, now).toSeconds()));
        }
    }
}
