package ru.otklik.casebook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import ru.otklik.casework.Fact;
import ru.otklik.casework.FactListener;
import ru.otklik.casework.Head;
import ru.otklik.casework.Incident;
import ru.otklik.casework.Incidents.Proposed;
import ru.otklik.casework.Incidents.Received;
import ru.otklik.casework.NewMessage;
import ru.otklik.casework.Terms;
import ru.otklik.casework.World;

/** Messages as they come in: new ones begin an incident each, known ones are compared with what is known. */
@Component
class Reception {

    /** What a network says anew of a message that has its incident. */
    record Change(Ledger.Saved saved, List<Fact> facts) {}

    private final MessageRows messages;
    private final Ledger ledger;
    private final World world;
    private final ObjectProvider<FactListener> listeners;

    Reception(MessageRows messages, Ledger ledger, World world, ObjectProvider<FactListener> listeners) {
        this.messages = messages;
        this.ledger = ledger;
        this.world = world;
        this.listeners = listeners;
    }

    List<Received> receive(List<Proposed> all, Instant now, BiConsumer<Change, Instant> save) {
        // of one message said twice in one breath, the first is stored and the others are compared with it
        Map<MessageRows.Key, Proposed> first = new LinkedHashMap<>();
        all.forEach(p -> first.putIfAbsent(MessageRows.Key.of(p.message()), p));
        Map<MessageRows.Key, Long> fresh =
                messages.insert(first.values().stream().map(Proposed::message).toList(), now);
        open(first, fresh, now);
        Map<MessageRows.Key, MessageRows.Known> known = fresh.size() == all.size()
                ? Map.of()
                : messages.known(first.keySet().stream().toList());
        var received = new ArrayList<Received>(all.size());
        for (Proposed p : all) {
            var key = MessageRows.Key.of(p.message());
            Long id = first.get(key) == p ? fresh.get(key) : null;
            received.add(
                    id != null
                            ? new Received(id, Received.Kind.CREATED)
                            : again(p.message(), Objects.requireNonNull(known.get(key)), now, save));
        }
        return received;
    }

    private void open(Map<MessageRows.Key, Proposed> all, Map<MessageRows.Key, Long> fresh, Instant now) {
        if (fresh.isEmpty()) {
            return;
        }
        String regulation = world.regulationOf(null, now).key();
        var openings = new ArrayList<Ledger.Opening>();
        var heard = new LinkedHashMap<Long, Fact>();
        all.forEach((key, p) -> {
            Long id = fresh.get(key);
            if (id != null) {
                NewMessage m = p.message();
                var head =
                        new Head(id, 0, m.network(), regulation, p.assessment(), false, now, Set.of(), Head.Tally.NONE);
                var incident = new Incident.Detected(head);
                Fact fact = new Fact.Detected(m.network(), m.url());
                var terms = Terms.of(world.regulation(regulation), incident, List.of(), List.of(fact), world, now);
                openings.add(ledger.opening(incident, List.of(fact), terms, p.proposal(), now));
                heard.put(id, fact);
            }
        });
        ledger.open(openings);
        listeners.forEach(l -> {
            heard.forEach(l::on);
            fresh.forEach((key, id) ->
                    l.begun(id, Objects.requireNonNull(all.get(key)).message()));
        });
    }

    private Received again(NewMessage m, MessageRows.Known seen, Instant now, BiConsumer<Change, Instant> save) {
        if (seen.text().equals(m.text()) && seen.goneAt() == null) {
            return new Received(seen.id(), Received.Kind.KNOWN);
        }
        MessageRows.Known locked = messages.lock(seen.id());
        var facts = new ArrayList<Fact>();
        if (locked.goneAt() != null) {
            messages.stands(seen.id(), null);
            facts.add(new Fact.MessageBack());
        }
        boolean changed = !locked.text().equals(m.text());
        if (changed) {
            facts.add(new Fact.MessageRevised(messages.revise(locked, m.text(), now)));
        }
        if (!facts.isEmpty()) {
            save.accept(new Change(ledger.find(seen.id()).orElseThrow(), facts), now);
        }
        return new Received(seen.id(), changed ? Received.Kind.REVISED : Received.Kind.KNOWN);
    }

    boolean gone(String network, String thread, String externalId, Instant now, BiConsumer<Change, Instant> save) {
        Optional<MessageRows.Known> known =
                find(network, thread, externalId).map(messages::lock).filter(k -> k.goneAt() == null);
        known.ifPresent(k -> {
            messages.stands(k.id(), now);
            save.accept(new Change(ledger.find(k.id()).orElseThrow(), List.of(new Fact.MessageGone())), now);
        });
        return known.isPresent();
    }

    Optional<Long> find(String network, String thread, String externalId) {
        return messages.find(new MessageRows.Key(network, thread, externalId));
    }
}
