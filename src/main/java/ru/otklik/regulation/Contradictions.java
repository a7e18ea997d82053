package ru.otklik.regulation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ru.otklik.kernel.Role;

/** What a regulation says against itself. Found at load, so that no incident ever meets it. */
public final class Contradictions {

    /**
     * @param term key of the term it was found in; empty for the regulation as a whole
     * @param reason plain Russian
     */
    public record Contradiction(String term, String reason) {}

    private final Links links;
    /** What this regulation does not allow to happen. */
    private final Set<Event> never = EnumSet.noneOf(Event.class);

    private final List<Contradiction> found = new ArrayList<>();

    private Contradictions(Regulation r) {
        links = new Links(r.byKey());
        if (r.maxInterims() == 0) {
            never.add(Event.INTERIM_SUBMITTED);
            never.add(Event.INTERIM_PUBLISHED);
        }
        if (r.maxReturns().isPresent() && r.maxReturns().getAsInt() == 0) {
            never.add(Event.RETURNED);
        }
    }

    /** All of them, in the order of the file; empty when the regulation holds together. */
    public static List<Contradiction> in(Regulation r) {
        var c = new Contradictions(r);
        r.terms().forEach(c::check);
        c.checkStart(r, Event.DETECTED, "с выявления (detected): сообщение могло бы лежать без срока");
        if (r.terms().stream()
                .noneMatch(
                        t -> t.closes().contains(Event.PUBLISHED) || t.closes().contains(Event.FINAL_PUBLISHED))) {
            c.say("", "ни один срок не заканчивается размещением ответа (published или final-published)");
        }
        // when the answer stands in the network, every other term has ended
        c.checkStart(
                r,
                Event.CORRECTION_BEGUN,
                "с исправления размещённого ответа (correction-begun): оно не попало бы ни в чью очередь");
        if (r.tiers().isEmpty()) {
            c.say("", "не указан ни один уровень согласования");
        }
        r.tiers().stream()
                .filter(t -> t != Role.APPROVER && t != Role.DEPUTY_HEAD && t != Role.OPERATOR)
                .forEach(t -> c.say("", "роль «%s» не согласовывает ответы".formatted(t.title())));
        return c.found;
    }

    private void checkStart(Regulation r, Event event, String missing) {
        if (r.terms().stream().noneMatch(t -> t.opens().contains(event))) {
            say("", "ни один срок не начинается " + missing);
        }
    }

    private void say(String term, String reason) {
        found.add(new Contradiction(term, reason));
    }

    private void check(TermRule t) {
        if (t.opens().isEmpty()) {
            say(t.key(), "не указано, с чего срок начинается (opens)");
        }
        if (t.closes().isEmpty()) {
            say(t.key(), "не указано, чем срок заканчивается (closes)");
        }
        both(t.opens(), t.closes())
                .forEach(e -> say(t.key(), "событие %s и начинает, и заканчивает срок".formatted(e.key())));
        both(t.closes(), t.cancels())
                .forEach(e -> say(t.key(), "событие %s и заканчивает, и отменяет срок".formatted(e.key())));
        both(t.opens(), t.cancels())
                .forEach(e -> say(t.key(), "событие %s и начинает, и отменяет срок".formatted(e.key())));
        checkLife(t);
        links.check(t).forEach(reason -> say(t.key(), reason));
        if (t.bearer() == Bearer.CO_EXECUTOR && t.opens().contains(Event.DETECTED)) {
            say(t.key(), "срок соисполнителя не может начаться с выявления: соисполнителя ещё нет");
        }
    }

    /** Every start must be possible, and from each the term must be able to end. */
    private void checkLife(TermRule t) {
        if (!t.opens().isEmpty() && never.containsAll(t.opens())) {
            say(t.key(), "срок никогда не начнётся: регламент не допускает %s".formatted(keys(t.opens())));
            return;
        }
        t.opens().stream()
                .filter(o -> !never.contains(o) && !t.closes().isEmpty())
                .filter(o -> t.closes().stream().noneMatch(c -> !never.contains(c) && Journey.leads(o, c, t)))
                .forEach(o -> say(
                        t.key(),
                        "срок, начатый %s, никогда не закончится: %s после этого не наступит"
                                .formatted(o.key(), keys(t.closes()))));
    }

    private static Set<Event> both(Set<Event> a, Set<Event> b) {
        return a.stream().filter(b::contains).collect(Collectors.toCollection(() -> EnumSet.noneOf(Event.class)));
    }

    private static String keys(Set<Event> events) {
        return events.stream().sorted().map(Event::key).collect(Collectors.joining(", "));
    }
}
