package ru.otklik.casebook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Decision;
import ru.otklik.casework.Fact;
import ru.otklik.casework.Incident;
import ru.otklik.casework.StaleIncident;
import ru.otklik.casework.TermChanges;

/** The tables of an incident written as one: the state, its terms, its texts and its journal. */
@Component
class Ledger {

    private final IncidentRows incidents;
    private final CoExecutionRows coExecutions;
    private final ObligationRows obligations;
    private final JournalRows journal;
    private final TextRows texts;

    Ledger(
            IncidentRows incidents,
            CoExecutionRows coExecutions,
            ObligationRows obligations,
            JournalRows journal,
            TextRows texts) {
        this.incidents = incidents;
        this.coExecutions = coExecutions;
        this.obligations = obligations;
        this.journal = journal;
        this.texts = texts;
    }

    Optional<Saved> find(long id) {
        return incidents.find(id, coExecutions::list, obligations::listOpen);
    }

    void open(Incident.Detected i, List<Fact> facts, TermChanges terms, @Nullable String proposal, Instant now) {
        var chain = new Chain(i.head().id(), 0, Chain.START);
        var entries = journal.entries(chain, facts, null, i, Actor.SYSTEM, now);
        incidents.insert(i, Burning.of(i, terms.open()), proposal, entries);
        journal.insert(entries);
        obligations.save(i.head().id(), terms);
    }

    /** @return the incident with its new version */
    Incident save(Saved was, Decision d, TermChanges terms, Actor by, Instant now) {
        Incident next = d.next();
        long id = next.head().id();
        var entries = journal.entries(
                new Chain(id, was.journalLength(), was.journalHash()), d.facts(), was.incident(), next, by, now);
        int changed = incidents.update(next, Burning.of(next, terms.open()), entries);
        if (changed == 0) {
            throw new StaleIncident(id);
        }
        if (changed > 1) {
            throw new IllegalStateException("Two incidents under one number: " + id);
        }
        journal.insert(entries);
        obligations.save(id, terms);
        coExecutions.save(was.incident(), next, terms.open());
        for (Fact f : d.facts()) {
            texts.keep(id, f, by, now);
            if (f instanceof Fact.LinkedAsRepeat r) {
                incidents.linkRepeat(id, r.of());
            }
        }
        return IncidentRows.withVersion(next, next.head().version() + 1);
    }
}
