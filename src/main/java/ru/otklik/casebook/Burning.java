package ru.otklik.casebook;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ru.otklik.casework.Incident;
import ru.otklik.casework.Obligation;
import ru.otklik.regulation.Bearer;

/** The nearest open duty of the centre and of the lead: what the queues are ordered by. */
record Burning(@Nullable Instant centre, @Nullable Instant lead) {

    static Burning of(Incident i, List<Obligation> open) {
        return new Burning(
                first(open, o -> o.bearer() == Bearer.CENTRE),
                i instanceof Incident.UnderWay ? first(open, o -> o.bearer() == Bearer.LEAD) : null);
    }

    static @Nullable Instant ofCoExecutor(int authority, List<Obligation> open) {
        return first(
                open, o -> o.bearer() == Bearer.CO_EXECUTOR && o.authority() != null && o.authority() == authority);
    }

    private static @Nullable Instant first(List<Obligation> open, Predicate<Obligation> whose) {
        return open.stream()
                .filter(o -> !o.right())
                .filter(whose)
                .map(Obligation::due)
                .min(Instant::compareTo)
                .orElse(null);
    }
}
