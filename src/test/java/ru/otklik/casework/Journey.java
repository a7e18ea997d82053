package ru.otklik.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.otklik.kernel.Outcome;
import ru.otklik.kernel.Refusal;
import ru.otklik.regulation.Importance;
import ru.otklik.regulation.Regulation;

/** One incident on its way: applies commands, moves the clock, keeps the terms and the drafts. */
final class Journey {

    static final long ID = 7;
    static final long EARLIER = 3;
    static final long EVENT = 5;
    static final Assessment ROADS = new Assessment("roads", "stavropol", Importance.ORDINARY, true);

    final Krai krai;
    Incident incident;
    Instant now;
    List<Obligation> open = List.of();
    final List<TermChanges.Settled> settled = new ArrayList<>();
    final List<Obligation> opened = new ArrayList<>();
    final List<Fact> facts = new ArrayList<>();
    private long ids;

    private Journey(Krai krai, String local, String network) {
        this.krai = krai;
        this.now = Krai.at(local);
        Regulation r = krai.regulationOf(null, now);
        this.incident = new Incident.Detected(
                new Head(ID, 0, network, r.key(), Assessment.NONE, false, now, Set.of(), Head.Tally.NONE));
        hear(r, List.of(new Fact.Detected(network, null)));
    }

    /** Detected at that local time under the decree. */
    static Journey detected(String local) {
        return detected(local, Decree.stavropol());
    }

    static Journey detected(String local, Regulation regulation) {
        return in("vk", local, new Krai(regulation));
    }

    static Journey in(String network, String local, Krai krai) {
        return new Journey(krai, local, network);
    }

    /** Detected and routed at that local time. */
    static Journey routed(String local, int lead, Integer... coExecutors) {
        return detected(local).by(Krai.OPERATOR, route(lead, coExecutors));
    }

    static Command.Route route(int lead, Integer... coExecutors) {
        return new Command.Route(lead, List.of(coExecutors), null, ROADS);
    }

    Journey at(String local) {
        now = Krai.at(local);
        return this;
    }

    Journey later(int minutes) {
        now = now.plus(Duration.ofMinutes(minutes));
        return this;
    }

    Outcome<Decision> attempt(Actor actor, Command command) {
        return command.on(incident, new Context(actor, krai, now));
    }

    Journey by(Actor actor, Command command) {
        Decision d = attempt(actor, command).get();
        Regulation before = krai.regulation(incident.head().regulation());
        incident = d.next();
        d.facts().forEach(f -> {
            if (f instanceof Fact.DraftSaved s) {
                krai.drafts.put(
                        s.draft(), new World.Draft(s.draft(), s.kind(), s.text(), s.pictures(), actor.person(), now));
            }
            if (f instanceof Fact.JoinedToEvent e) {
                krai.event = e.event();
            }
            if (f instanceof Fact.TakenOutOfEvent) {
                krai.event = null;
            }
            if (f instanceof Fact.HandAnswerSeen h) {
                krai.handAnswers.add(new World.HandAnswer(h.externalId(), h.url(), h.text(), h.at(), false));
            }
            if (f instanceof Fact.Published) {
                krai.handAnswers.replaceAll(h -> new World.HandAnswer(h.externalId(), h.url(), h.text(), h.at(), true));
            }
            if (f instanceof Fact.ContributionSent c) {
                krai.contributions.merge(c.authority(), 1, Integer::sum);
            }
        });
        hear(before, d.facts());
        return this;
    }

    Refusal refused(Actor actor, Command command) {
        return attempt(actor, command)
                .fold(
                        d -> {
                            throw new AssertionError("Not refused: " + d.facts());
                        },
                        r -> r);
    }

    /** Writes a draft and submits it. */
    Journey submit(int lead, DraftKind kind) {
        by(Krai.executor(lead), new Command.SaveDraft(kind, "Здравствуйте! Яму заделают."));
        return by(Krai.deputy(lead), new Command.Submit(newest(), true));
    }

    Journey approve() {
        return by(Krai.APPROVER, new Command.Approve(newest()));
    }

    Journey remark() {
        return by(Krai.APPROVER, new Command.Remark(newest(), "Назовите срок ремонта."));
    }

    Journey publish(int lead) {
        return by(Krai.executor(lead), new Command.RecordPublication("https://vk.com/wall-1_2"));
    }

    int newest() {
        return incident.head().drafts();
    }

    Obligation term(String key) {
        return find(key).orElseThrow(() -> new AssertionError(key + " is not open, but " + terms()));
    }

    Obligation term(String key, int coExecutor) {
        return open.stream()
                .filter(o -> o.term().equals(key) && Integer.valueOf(coExecutor).equals(o.coExecutor()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " is not open, but " + terms()));
    }

    Optional<Obligation> find(String key) {
        return open.stream().filter(o -> o.term().equals(key)).findFirst();
    }

    /** When it is due, in local time. */
    String due(String key) {
        return local(term(key).due());
    }

    String due(String key, int coExecutor) {
        return local(term(key, coExecutor).due());
    }

    List<String> terms() {
        return open.stream().map(Obligation::term).toList();
    }

    /** The last end of that term. */
    TermChanges.Settled ended(String key) {
        return settled.stream()
                .filter(s -> s.obligation().term().equals(key))
                .reduce((a, b) -> b)
                .orElseThrow(() -> new AssertionError(key + " has not ended"));
    }

    static String local(@Nullable Instant at) {
        return at == null ? "" : at.atZone(Krai.TIME.zone()).toLocalDateTime().toString();
    }

    private void hear(Regulation before, List<Fact> happened) {
        facts.addAll(happened);
        TermChanges changes = Terms.of(before, incident, open, happened, krai, now);
        settled.addAll(changes.settled());
        var stored = new ArrayList<Obligation>();
        for (Obligation o : changes.open()) {
            Obligation s = o.id() == 0 ? stored(o) : o;
            stored.add(s);
            if (o.id() == 0) {
                opened.add(s);
            }
        }
        open = List.copyOf(stored);
    }

    private Obligation stored(Obligation o) {
        return new Obligation(
                ++ids,
                o.term(),
                o.clause(),
                o.bearer(),
                o.authority(),
                o.coExecutor(),
                o.right(),
                o.opened(),
                o.due(),
                o.why(),
                o.calendar());
    }
}
