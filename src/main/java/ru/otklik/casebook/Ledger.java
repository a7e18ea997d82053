package ru.otklik.casebook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Decision;
import ru.otklik.casework.Fact;
import ru.otklik.casework.Head;
import ru.otklik.casework.Incident;
import ru.otklik.casework.Obligation;
import ru.otklik.casework.StaleIncident;
import ru.otklik.casework.TermChanges;

/** The tables of an incident written as one: the state, its terms, its texts and its journal. */
@Component
class Ledger {

    /**
     * An incident as it was read.
     *
     * @param journalLength number of its newest journal entry
     * @param journalHash hash of that entry, to which the next one is chained
     */
    record Saved(Incident incident, List<Obligation> open, int journalLength, byte[] journalHash) {}

    private final JdbcTemplate jdbc;
    private final IncidentRows incidents;
    private final CoExecutionRows coExecutions;
    private final JournalRows journal;

    Ledger(JdbcTemplate jdbc, IncidentRows incidents, CoExecutionRows coExecutions, JournalRows journal) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.coExecutions = coExecutions;
        this.journal = journal;
    }

    Optional<Saved> find(long id) {
        return incidents.find(id, coExecutions::list);
    }

    /**
     * An incident that begins.
     *
     * @param proposal what the program thinks of the message, as JSON; null: nothing
     */
    record Opening(
            Incident.Detected incident,
            TermChanges terms,
            List<JournalRows.Entry> entries,
            @Nullable String proposal) {
        Head head() {
            return incident.head();
        }
    }

    Opening opening(Incident.Detected i, List<Fact> facts, TermChanges terms, @Nullable String proposal, Instant now) {
        var chain = new Chain(i.head().id(), 0, Chain.START);
        return new Opening(i, terms, journal.entries(chain, facts, null, i, Actor.SYSTEM, now), proposal);
    }

    void open(List<Opening> openings) {
        var all = new Writes();
        incidents.insert(all, openings);
        journal.insert(all, openings.stream().flatMap(o -> o.entries().stream()).toList());
        ObligationRows.insert(
                all,
                openings.stream()
                        .flatMap(o -> ObligationRows.opened(o.head().id(), o.terms()).stream())
                        .toList());
        all.send(jdbc);
    }

    /** @return the incident with its new version */
    Incident save(Saved was, Decision d, TermChanges terms, Actor by, Instant now) {
        Incident next = d.next();
        long id = next.head().id();
        var entries = journal.entries(
                new Chain(id, was.journalLength(), was.journalHash()), d.facts(), was.incident(), next, by, now);
        var all = new Writes();
        incidents.update(all, next, Burning.of(next, terms.open()), entries);
        journal.insert(all, entries);
        ObligationRows.save(all, id, terms);
        coExecutions.save(all, was.incident(), next, terms.open());
        for (Fact f : d.facts()) {
            TextRows.keep(all, id, f, by, now);
            if (f instanceof Fact.LinkedAsRepeat r) {
                incidents.linkRepeat(all, id, r.of());
            } else if (f instanceof Fact.JoinedToEvent e) {
                incidents.gather(all, id, e.event());
            } else if (f instanceof Fact.TakenOutOfEvent) {
                incidents.gather(all, id, null);
            }
        }
        if (updated(all, id) > 1) {
            throw new IllegalStateException("Two incidents under one number: " + id);
        }
        return next.with(next.head().withVersion(next.head().version() + 1));
    }

    /** The next number of a journal is taken when somebody was faster, as the version is. */
    private int updated(Writes all, long id) {
        try {
            int rows = all.send(jdbc).get(0);
            if (rows == 0) {
                throw new StaleIncident(id);
            }
            return rows;
        } catch (DuplicateKeyException e) {
            throw new StaleIncident(id);
        }
    }
}
