package ru.otklik.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The work of an authority on an incident.
 *
 * @param lead the основной исполнитель
 * @param rounds how many times drafts came back with remarks
 * @param remarked the newest submitted draft came back and the next one is awaited
 */
public record Work(int lead, Instant routedAt, List<CoExecution> coExecutors, int rounds, boolean remarked) {

    public Optional<CoExecution> find(int authority) {
        return coExecutors.stream().filter(c -> c.authority() == authority).findFirst();
    }

    Work withCoExecutor(int authority, UnaryOperator<CoExecution> change) {
        return withCoExecutors(coExecutors.stream()
                .map(c -> c.authority() == authority ? change.apply(c) : c)
                .toList());
    }

    Work asking(int authority) {
        var more = new ArrayList<>(coExecutors);
        more.add(new CoExecution(authority, CoExecution.Stage.ASKED, 0));
        return withCoExecutors(List.copyOf(more));
    }

    Work withoutCoExecutor(int authority) {
        return withCoExecutors(
                coExecutors.stream().filter(c -> c.authority() != authority).toList());
    }

    private Work withCoExecutors(List<CoExecution> next) {
        return new Work(lead, routedAt, next, rounds, remarked);
    }

    Work remark() {
        return new Work(lead, routedAt, coExecutors, rounds + 1, true);
    }

    Work submitted() {
        return new Work(lead, routedAt, coExecutors, rounds, false);
    }
}
