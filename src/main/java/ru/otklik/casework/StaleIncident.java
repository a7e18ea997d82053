package ru.otklik.casework;

/** A lost race: somebody changed the incident first. The text of the loser is not lost: it is with the caller. */
public class StaleIncident extends RuntimeException {

    private final long incident;

    public StaleIncident(long incident) {
        super("Инцидент %d уже изменил кто-то другой. Посмотрите, что изменилось, и повторите.".formatted(incident));
        this.incident = incident;
    }

    public long incident() {
        return incident;
    }
}
