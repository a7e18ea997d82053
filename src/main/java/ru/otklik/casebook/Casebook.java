package ru.otklik.casebook;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Assessment;
import ru.otklik.casework.Command;
import ru.otklik.casework.Context;
import ru.otklik.casework.Decision;
import ru.otklik.casework.Fact;
import ru.otklik.casework.FactListener;
import ru.otklik.casework.Head;
import ru.otklik.casework.Incident;
import ru.otklik.casework.Incidents;
import ru.otklik.casework.NewMessage;
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
    private final MessageRows messages;
    private final Ledger ledger;
    private final ObjectProvider<FactListener> listeners;

    Casebook(
            TransactionTemplate transaction,
            Clock clock,
            World world,
            MessageRows messages,
            Ledger ledger,
            ObjectProvider<FactListener> listeners) {
        this.transaction = transaction;
        this.clock = clock;
        this.world = world;
        this.messages = messages;
        this.ledger = ledger;
        this.listeners = listeners;
    }

    @Override
    public Received receive(NewMessage message, Assessment proposed, @Nullable String proposal) {
        return transaction.execute(t -> {
            Instant now = now();
            Optional<Long> fresh = messages.insert(message, now);
            if (fresh.isPresent()) {
                detect(fresh.get(), message, proposed, proposal, now);
                return new Received(fresh.get(), Received.Kind.CREATED);
            }
            return again(message, now);
        });
    }

    private void detect(long id, NewMessage m, Assessment proposed, @Nullable String proposal, Instant now) {
        String regulation = world.regulationOf(null, now).key();
        var head = new Head(id, 0, m.network(), regulation, proposed, false, now, 0, Set.of(), 0, 0);
        var incident = new Incident.Detected(head);
        List<Fact> facts = List.of(new Fact.Detected(m.network(), m.url()));
        var terms = Terms.of(world.regulation(regulation), incident, List.of(), facts, world, now);
        ledger.open(incident, facts, terms, proposal, now);
        hear(id, facts);
    }

    private Received again(NewMessage message, Instant now) {
        var known = messages.lock(message);
        if (known.text().equals(message.text())) {
            return new Received(known.id(), Received.Kind.KNOWN);
        }
        int revision = messages.revise(known, message.text(), now);
        Ledger.Saved saved = ledger.find(known.id()).orElseThrow();
        var facts = List.<Fact>of(new Fact.MessageRevised(revision));
        save(saved, new Decision(saved.incident(), facts), Actor.SYSTEM, now);
        return new Received(known.id(), Received.Kind.REVISED);
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
                    return Outcome.refused(
                            "no-such-incident",
                            "Инцидента с номером %d нет, или он не в вашей работе. Проверьте номер.".formatted(id));
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
