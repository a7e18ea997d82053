package ru.otklik.casebook;

import java.util.List;
import ru.otklik.casework.Incident;
import ru.otklik.casework.Obligation;

/**
 * An incident as it was read.
 *
 * @param journalLength number of its newest journal entry
 * @param journalHash hash of that entry, to which the next one is chained
 */
record Saved(Incident incident, List<Obligation> open, int journalLength, byte[] journalHash) {}
