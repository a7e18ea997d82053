package ru.otklik.casework;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.otklik.kernel.Outcome;

/** Sends an incident to its lead and co-executors (clauses 9.2 and 18). */
final class Routing {

    private Routing() {}

    static Outcome<Decision> route(
            Head head, int lead, List<Integer> co, @Nullable String note, List<? extends Fact> before, Context x) {
        var bodies = new ArrayList<Integer>();
        bodies.add(lead);
        bodies.addAll(co);
        if (new HashSet<>(bodies).size() != bodies.size()) {
            return Outcome.refused("twice", "Один и тот же орган власти указан дважды.");
        }
        for (int body : bodies) {
            var obstacle = x.world().obstacle(body);
            if (obstacle.isPresent()) {
                return Outcome.refused("not-ready", obstacle.get());
            }
        }
        var facts = new ArrayList<Fact>(before);
        facts.add(new Fact.Routed(lead, List.copyOf(co), note));
        Work work = new Work(lead, x.now(), List.of(), 0, false);
        for (int body : co) {
            work = work.asking(body);
            facts.add(new Fact.ContributionAsked(body, null));
        }
        // the lead's own regulation, if it joined with one; by the day the incident began
        String regulation = x.world().regulationOf(lead, head.detectedAt()).key();
        return Decision.of(new Incident.InWork(head.withRegulation(regulation), work), facts);
    }
}
