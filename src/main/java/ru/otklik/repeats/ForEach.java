package ru.otklik.repeats;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import ru.otklik.casework.StaleIncident;
import ru.otklik.kernel.Outcome;
import ru.otklik.kernel.Refusal;

/** What became of one decision for many incidents: each stands for itself, and what was refused is told. */
public record ForEach(List<Long> done, List<No> refused) {

    public record No(long incident, String sentence) {}

    static ForEach of(List<Long> all, LongFunction<? extends Outcome<?>> one) {
        var done = new ArrayList<Long>();
        var refused = new ArrayList<No>();
        for (long id : all) {
            tried(id, one).fold(ok -> done.add(id), no -> refused.add(new No(id, no.sentence())));
        }
        return new ForEach(List.copyOf(done), List.copyOf(refused));
    }

    private static Outcome<?> tried(long id, LongFunction<? extends Outcome<?>> one) {
        try {
            return one.apply(id);
        } catch (StaleIncident faster) {
            return Outcome.refused(new Refusal("stale", String.valueOf(faster.getMessage())));
        }
    }
}
