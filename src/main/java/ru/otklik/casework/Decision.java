package ru.otklik.casework;

import java.util.List;
import ru.otklik.kernel.Outcome;

/** What a command leads to: the next state, and the facts of how it came about. */
public record Decision(Incident next, List<Fact> facts) {

    static Outcome<Decision> of(Incident next, Fact... facts) {
        return Outcome.done(new Decision(next, List.of(facts)));
    }

    static Outcome<Decision> of(Incident next, List<Fact> facts) {
        return Outcome.done(new Decision(next, List.copyOf(facts)));
    }
}
