package ru.otklik.casework;

import java.util.Optional;
import ru.otklik.kernel.Refusal;

/** One rule that a lawyer could read: holds, or says why not. */
@FunctionalInterface
interface Rule {
    Optional<Refusal> objection(Incident incident, Actor actor, World world);
}
