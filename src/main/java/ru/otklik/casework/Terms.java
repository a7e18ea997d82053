package ru.otklik.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ru.otklik.regulation.Bearer;
import ru.otklik.regulation.Event;
import ru.otklik.regulation.Regulation;
import ru.otklik.regulation.TermRule;
import ru.otklik.worktime.Term;
import ru.otklik.worktime.TimeText;
import ru.otklik.worktime.WorkingTime;

/** The clocks of one incident: what facts start, end, cancel and hand over. */
public final class Terms {

    private final Incident after;
    private final Regulation regulation;
    private final World world;
    private final Instant now;
    private final List<Obligation> open;
    private final List<Obligation> opened = new ArrayList<>();
    private final List<TermChanges.Settled> settled = new ArrayList<>();
    private final List<Obligation> reassigned = new ArrayList<>();

    private Terms(Incident after, List<Obligation> open, World world, Instant now) {
        this.after = after;
        this.open = new ArrayList<>(open);
        this.regulation = world.regulation(after.head().regulation());
        this.world = world;
        this.now = now;
    }

    /**
     * @param before regulation under which {@code open} were opened
     * @param after the incident as the facts left it
     */
    public static TermChanges of(
            Regulation before, Incident after, List<Obligation> open, List<Fact> facts, World world, Instant now) {
        var terms = new Terms(after, open, world, now);
        facts.forEach(f -> terms.hear(f, before));
        return new TermChanges(terms.opened, terms.settled, terms.reassigned, List.copyOf(terms.open));
    }

    private void hear(Fact fact, Regulation before) {
        Set<Event> events = fact.events();
        if (events.isEmpty()) {
            return;
        }
        Instant at = fact instanceof Fact.Published p ? p.at() : now;
        for (Obligation o : List.copyOf(open)) {
            before.find(o.term()).or(() -> regulation.find(o.term())).ifPresent(rule -> settle(o, rule, fact, at));
        }
        if (events.contains(Event.ROUTED)) {
            handOver(lead());
        }
        // terms that precede the end of another come after it
        regulation.terms().stream().filter(t -> t.length().before().isEmpty()).forEach(t -> start(t, fact, at));
        regulation.terms().stream().filter(t -> t.length().before().isPresent()).forEach(t -> start(t, fact, at));
        if (after instanceof Incident.Answered) {
            // whatever was under way for an answer that came by another way
            List.copyOf(open).forEach(o -> end(o, false, at));
        }
    }

    private void settle(Obligation o, TermRule rule, Fact fact, Instant at) {
        boolean another = fact.coExecutor() != null
                && o.coExecutor() != null
                && !Objects.equals(o.coExecutor(), fact.coExecutor());
        if (another) {
            return;
        }
        if (meets(rule.closes(), fact)) {
            // what the centre took back itself, the lead did not return
            end(o, !(fact instanceof Fact.Recalled), at);
        } else if (meets(rule.cancels(), fact)) {
            end(o, false, at);
        } else if (fact.events().contains(Event.RETURNED)) {
            if (rule.onReturn() == TermRule.OnReturn.RESTARTS) {
                end(o, false, at);
            } else if (o.bearer() == Bearer.LEAD) {
                replace(o, o.bornBy(null));
            }
        }
    }

    private void end(Obligation o, boolean met, Instant at) {
        open.remove(o);
        // began and ended in one gesture, as the centre's hour between a recall and the next routing: it never ran
        if (opened.remove(o)) {
            return;
        }
        // a right that nobody used was not owed, so it is not late
        boolean late = (met || !o.right()) && at.isAfter(o.due());
        long lateSeconds = late ? time(o.authority()).between(o.due(), at).toSeconds() : 0;
        settled.add(new TermChanges.Settled(o, met, at, lateSeconds));
    }

    private void handOver(@Nullable Integer lead) {
        for (Obligation o : List.copyOf(open)) {
            if (o.bearer() == Bearer.LEAD && !Objects.equals(o.authority(), lead)) {
                replace(o, o.bornBy(lead));
            }
        }
    }

    private void replace(Obligation o, Obligation by) {
        open.set(open.indexOf(o), by);
        reassigned.removeIf(r -> r.id() == by.id());
        reassigned.add(by);
    }

    private void start(TermRule rule, Fact fact, Instant at) {
        boolean anew = fact.events().contains(Event.RETURNED)
                && rule.opens().contains(Event.DETECTED)
                && rule.onReturn() == TermRule.OnReturn.RESTARTS;
        if (!anew && !meets(rule.opens(), fact)) {
            return;
        }
        Integer co = fact.coExecutor();
        if (find(o -> o.term().equals(rule.key()) && Objects.equals(o.coExecutor(), co))
                .isPresent()) {
            return;
        }
        Integer body = rule.bearer() == Bearer.CENTRE ? null : rule.bearer() == Bearer.LEAD ? lead() : co;
        // asked once: a calendar loaded in this very moment must not lend its version to a term of the old one
        WorkingTime time = time(body);
        due(rule, at, time).ifPresent(d -> {
            var o = new Obligation(
                    0,
                    rule.key(),
                    rule.clause(),
                    rule.bearer(),
                    body,
                    co,
                    rule.right(),
                    at,
                    d.at(),
                    String.join("\n", d.why()),
                    time.calendar().version());
            open.add(o);
            opened.add(o);
        });
    }

    private record Due(Instant at, List<String> why) {}

    /** Empty when the term is counted back from one that does not run. */
    private Optional<Due> due(TermRule rule, Instant start, WorkingTime time) {
        Term amount = rule.length().of(after.head().assessment().importance());
        if (rule.length().before().isPresent()) {
            return find(o -> o.term().equals(rule.length().before().get()))
                    .map(base -> new Due(amount.before(base.due(), time), amount.explainBefore(base.due(), time)));
        }
        var plain = new Due(amount.from(start, time), amount.explain(start, time));
        return Optional.of(rule.cap()
                .flatMap(cap -> find(o -> o.term().equals(cap)))
                .filter(cap -> cap.due().isBefore(plain.at()))
                .map(cap -> capped(plain, cap, time))
                .orElse(plain));
    }

    private static Due capped(Due plain, Obligation cap, WorkingTime time) {
        var why = new ArrayList<>(plain.why());
        why.add("но не позднее срока пункта %s: %s"
                .formatted(
                        cap.clause(),
                        TimeText.moment(cap.due().atZone(time.zone()).toLocalDateTime())));
        return new Due(cap.due(), why);
    }

    private Optional<Obligation> find(Predicate<Obligation> such) {
        return open.stream().filter(such).findFirst();
    }

    private WorkingTime time(@Nullable Integer body) {
        return world.workingTime(body);
    }

    private @Nullable Integer lead() {
        return after instanceof Incident.UnderWay u ? (Integer) u.work().lead() : null;
    }

    private static boolean meets(Set<Event> wanted, Fact fact) {
        return fact.events().stream().anyMatch(wanted::contains);
    }
}
