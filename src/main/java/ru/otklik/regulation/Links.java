package ru.otklik.regulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ru.otklik.worktime.Term;

/** What is wrong where one term leans on another: ends no later than it, or is counted back from its end. */
final class Links {

    private final Map<String, TermRule> terms;

    Links(Map<String, TermRule> terms) {
        this.terms = terms;
    }

    /** The reasons, in plain Russian. */
    List<String> check(TermRule t) {
        var found = new ArrayList<String>();
        t.cap().ifPresent(c -> checkCap(t, c, found));
        t.length().before().ifPresent(b -> checkBefore(t, b, found));
        return found;
    }

    private void checkCap(TermRule t, String cap, List<String> found) {
        if (terms.get(cap) == null) {
            found.add("ограничен сроком «%s», которого в регламенте нет".formatted(cap));
        } else if (loops(t, new HashSet<>())) {
            found.add("сроки ограничивают друг друга по кругу");
        }
    }

    private void checkBefore(TermRule t, String before, List<String> found) {
        TermRule base = terms.get(before);
        if (base == null) {
            found.add("отсчитывается назад от срока «%s», которого в регламенте нет".formatted(before));
            return;
        }
        if (loops(t, new HashSet<>())) {
            found.add("сроки отсчитываются друг от друга по кругу");
            return;
        }
        if (Stream.of(Importance.values()).anyMatch(i -> t.length().of(i).unit() == Term.Unit.WORKING_DAYS)) {
            found.add("назад отсчитываются часы или минуты, а не рабочие дни");
            return;
        }
        t.opens().stream()
                .filter(base.closes()::contains)
                .forEach(e -> found.add("начинается с %s, когда срок «%s» уже закончен".formatted(e.key(), before)));
        t.opens().stream()
                .filter(e -> base.opens().stream().noneMatch(b -> b == e || Journey.precedes(b, e)))
                .forEach(e ->
                        found.add("начинается с %s, когда срок «%s» ещё может не идти".formatted(e.key(), before)));
        checkOffset(t, base, found);
    }

    private void checkOffset(TermRule t, TermRule base, List<String> found) {
        if (base.length().before().isPresent()) {
            return;
        }
        for (Importance i : Importance.values()) {
            Term offset = t.length().of(i);
            Term whole = base.length().of(i);
            Optional<Duration> least = length(offset);
            Optional<Duration> most = length(whole);
            if (offset.unit().working() == whole.unit().working()
                    && least.isPresent()
                    && most.isPresent()
                    && least.get().compareTo(most.get()) >= 0) {
                found.add(
                        "%s до конца срока «%s» (%s) наступает раньше его начала".formatted(offset, base.key(), whole));
                return;
            }
        }
    }

    /** None for working days: how many hours they are, only a calendar knows. */
    private static Optional<Duration> length(Term term) {
        return switch (term.unit()) {
            case WORKING_DAYS -> Optional.empty();
            case DAYS -> Optional.of(Duration.ofDays(term.amount()));
            default -> Optional.of(term.length());
        };
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
}
