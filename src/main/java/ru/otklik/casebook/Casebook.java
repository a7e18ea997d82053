package ru.otklik.casebook;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Command;
import ru.otklik.casework.Context;
import ru.otklik.casework.Decision;
import ru.otklik.casework.Fact;
import ru.otklik.casework.FactListener;
import ru.otklik.casework.Incident;
import ru.otklik.casework.Incidents;
import ru.otklik.casework.StaleIncident;
import ru.otklik.casework.Terms;
import ru.otklik.casework.World;
import ru.otklik.kernel.Outcome;
import ru.otklik.worktime.OutsideCalendar;

/** Load, decide, save the state with its terms and its journal, in one transaction. */
@Component
class Casebook implements Incidents {

    private final TransactionTemplate transaction;
    private final Clock clock;
    private final World world;
    private final Reception reception;
    private final Ledger ledger;
    private final ObjectProvider<FactListener> listeners;

    Casebook(
            TransactionTemplate transaction,
            Clock clock,
            World world,
            Reception reception,
            Ledger ledger,
            ObjectProvider<FactListener> listeners) {
        this.transaction = transaction;
        this.clock = clock;
        this.world = world;
        this.reception = reception;
        this.ledger = ledger;
        this.listeners = listeners;
    }

    @Override
    public List<Received> receive(List<Proposed> all) {
        return transaction.execute(t -> reception.receive(all, now(), this::save));
    }

    @Override
    public boolean gone(String network, String thread, String externalId) {
        return transaction.execute(t -> reception.gone(network, thread, externalId, now(), this::save));
    }

    @Override
    public Optional<Long> find(String network, String thread, String externalId) {
        return reception.find(network, thread, externalId);
    }

    @Override
    public Optional<Incident> find(long id) {
        return ledger.find(id).map(Ledger.Saved::incident);
    }

    @Override
    public Outcome<Incident> handle(long id, @Nullable Integer seen, Command command, Actor by) {
        try {
            return transaction.execute(t -> {
                Optional<Ledger.Saved> found = ledger.find(id).filter(x -> mayTouch(by, x.incident()));
                if (found.isEmpty()) {
                    return Outcome.refused(Incidents.noIncident(id));
                }
                Ledger.Saved s = found.get();
                if (seen != null && seen != s.incident().head().version()) {
                    throw new StaleIncident(id);
                }
                Instant now = now();
                return command.on(s.incident(), new Context(by, world, now)).map(d -> save(s, d, by, now));
            });
        } catch (OutsideCalendar e) {
            return Outcome.refused("outside-calendar", String.valueOf(e.getMessage()));
        }
    }

    private static boolean mayTouch(Actor by, Incident incident) {
        return by.isSystem() || Visibility.of(by).sees(incident);
    }

    private void save(Reception.Change change, Instant now) {
        save(change.saved(), new Decision(change.saved().incident(), change.facts()), Actor.SYSTEM, now);
    }

    private Incident save(Ledger.Saved saved, Decision d, Actor by, Instant now) {
        var before = world.regulation(saved.incident().head().regulation());
        var terms = Terms.of(before, d.next(), saved.open(), d.facts(), world, now);
        Incident stored = ledger.save(saved, d, terms, by, now);
        hear(stored.head().id(), d.facts());
        return stored;
    }

    private void hear(long id, List<Fact> facts) {
        listeners.forEach(l -> facts.forEach(f -> l.on(id, f)));
    }

    /** Whole milliseconds: what is hashed is what the database gives back. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
