package ru.otklik.casework;

import org.jspecify.annotations.Nullable;
import ru.otklik.kernel.Outcome;

/** It was said before, or others say it too (clause 19): what a person decides about that. */
final class Repeating {

    private Repeating() {}

    static Outcome<Decision> link(Incident i, long of, World world) {
        if (of == i.head().id()) {
            return Outcome.refused("same-incident", "Это тот же инцидент. Укажите номер другого.");
        }
        if (!world.exists(of)) {
            return Outcome.refused("no-such-incident", "Инцидента с номером %d нет. Проверьте номер.".formatted(of));
        }
        return Decision.of(i, new Fact.LinkedAsRepeat(of));
    }

    static Outcome<Decision> gather(Incident i, @Nullable Long event, World world) {
        if (event == null) {
            long left = world.event(i.head().id()).orElseThrow();
            return Decision.of(i, new Fact.TakenOutOfEvent(left));
        }
        return world.isEvent(event)
                ? Decision.of(i, new Fact.JoinedToEvent(event))
                : Outcome.refused("no-such-event", "События с номером %d нет. Проверьте номер.".formatted(event));
    }
}
