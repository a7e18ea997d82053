package ru.otklik.casework;

import java.time.Instant;
import java.util.List;

/**
 * What facts did to the terms of an incident.
 *
 * @param opened new ones
 * @param settled ended ones
 * @param reassigned open ones that another authority bears now
 * @param open all that are open afterwards
 */
public record TermChanges(
        List<Obligation> opened, List<Settled> settled, List<Obligation> reassigned, List<Obligation> open) {

    /**
     * @param met done; else cancelled
     * @param lateSeconds by how much working time it was late; 0 when in time
     */
    public record Settled(Obligation obligation, boolean met, Instant at, long lateSeconds) {}
}
