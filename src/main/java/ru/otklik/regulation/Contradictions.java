package ru.otklik.regulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ru.otklik.kernel.Role;
import ru.otklik.worktime.Term;

/** What a regulation says against itself. Found at load, so that no incident ever meets it. */
public final class Contradictions {

    /**
     * @param term key of the term it was found in; empty for the regulation as a whole
     * @param reason plain Russian
     */
    public record Contradiction(String term, String reason) {}

    private final Map<String, TermRule> terms;
    private final List<Contradiction> found = new ArrayList<>();

    private Contradictions(Regulation r) {
        terms = r.byKey();
    }

    /** All of them, in the order of the file; empty when the regulation holds together. */
    public static List<Contradiction> in(Regulation r) {
        var c = new Contradictions(r);
        r.terms().forEach(c::check);
        if (r.terms().stream().noneMatch(t -> t.opens().contains(Event.DETECTED))) {
            c.say("", "ни один срок не начинается с выявления (detected): сообщение могло бы лежать без срока");
        }
        if (r.terms().stream()
                .noneMatch(
                        t -> t.closes().contains(Event.PUBLISHED) || t.closes().contains(Event.FINAL_PUBLISHED))) {
            c.say("", "ни один срок не заканчивается размещением ответа (published или final-published)");
        }
        if (r.tiers().isEmpty()) {
            c.say("", "не указан ни один уровень согласования");
        }
        r.tiers().stream()
                .filter(t -> t != Role.APPROVER && t != Role.DEPUTY_HEAD && t != Role.OPERATOR)
                .forEach(t -> c.say("", "роль «%s» не согласовывает ответы".formatted(t.title())));
        return c.found;
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
        intersection(t.opens(), t.closes())
                .forEach(e -> say(t.key(), "событие %s и начинает, и заканчивает срок".formatted(e.key())));
        intersection(t.closes(), t.cancels())
                .forEach(e -> say(t.key(), "событие %s и заканчивает, и отменяет срок".formatted(e.key())));
        t.cap().ifPresent(c -> checkCap(t, c));
        t.length().before().ifPresent(b -> checkBefore(t, b));
        if (t.bearer() == Bearer.CO_EXECUTOR && t.opens().contains(Event.DETECTED)) {
            say(t.key(), "срок соисполнителя не может начаться с выявления: соисполнителя ещё нет");
        }
    }

    private void checkCap(TermRule t, String cap) {
        TermRule other = terms.get(cap);
        if (other == null) {
            say(t.key(), "ограничен сроком «%s», которого в регламенте нет".formatted(cap));
        } else if (loops(t, new HashSet<>())) {
            say(t.key(), "сроки ограничивают друг друга по кругу");
        }
    }

    private void checkBefore(TermRule t, String before) {
        TermRule other = terms.get(before);
        if (other == null) {
            say(t.key(), "отсчитывается назад от срока «%s», которого в регламенте нет".formatted(before));
            return;
        }
        if (loops(t, new HashSet<>())) {
            say(t.key(), "сроки отсчитываются друг от друга по кругу");
            return;
        }
        if (t.length().amount().unit() == Term.Unit.WORKING_DAYS) {
            say(t.key(), "назад отсчитываются часы или минуты, а не рабочие дни");
            return;
        }
        for (Importance i : Importance.values()) {
            Term offset = t.length().of(i);
            Term whole = other.length().of(i);
            if (offset.unit().working() == whole.unit().working()
                    && whole.unit() != Term.Unit.WORKING_DAYS
                    && offset.length().compareTo(whole.length()) >= 0) {
                say(
                        t.key(),
                        "%s до конца срока «%s» (%s) наступает раньше его начала".formatted(offset, before, whole));
                return;
            }
        }
    }

    private boolean loops(TermRule t, Set<String> seen) {
        if (!seen.add(t.key())) {
            return true;
        }
        var next = new ArrayList<String>();
        t.cap().ifPresent(next::add);
        t.length().before().ifPresent(next::add);
        return next.stream().map(terms::get).anyMatch(n -> n != null && loops(n, new HashSet<>(seen)));
    }

    private static Set<Event> intersection(Set<Event> a, Set<Event> b) {
        var both = new HashSet<>(a);
        both.retainAll(b);
        return both;
    }
}
