package ru.otklik.casework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import ru.otklik.kernel.Role;
import ru.otklik.regulation.Bearer;
import ru.otklik.regulation.Event;
import ru.otklik.regulation.Importance;
import ru.otklik.regulation.Regulation;
import ru.otklik.regulation.TermRule;
import ru.otklik.worktime.Term;

/** The regulation of Stavropol Krai as its file says it, and what other regions change in it. */
final class Decree {

    static final String KEY = "stavropol/2022-12-14";

    private Decree() {}

    static Regulation stavropol() {
        Map<String, Object> root = new Yaml()
                .load(Objects.requireNonNull(Decree.class.getResourceAsStream("/regions/stavropol/regulation.yml")));
        Map<String, Object> version = map(list(root.get("versions")).get(0));
        var terms = new ArrayList<TermRule>();
        map(version.get("terms")).forEach((key, term) -> terms.add(term(key, map(term))));
        return new Regulation(
                KEY, "753-п", List.copyOf(terms), List.of(Role.APPROVER), false, OptionalInt.empty(), 1, true);
    }

    static Regulation tiers(Regulation r, Role... tiers) {
        return new Regulation(
                r.key(),
                r.act(),
                r.terms(),
                List.of(tiers),
                r.selfApproval(),
                r.maxReturns(),
                r.maxInterims(),
                r.secondLook());
    }

    static Regulation returnsAtMost(int most, Regulation r) {
        return new Regulation(
                r.key(),
                r.act(),
                r.terms(),
                r.tiers(),
                r.selfApproval(),
                OptionalInt.of(most),
                r.maxInterims(),
                r.secondLook());
    }

    static Regulation named(String key, Regulation r) {
        return new Regulation(
                key, r.act(), r.terms(), r.tiers(), r.selfApproval(), r.maxReturns(), r.maxInterims(), r.secondLook());
    }

    /** With one term changed. */
    static Regulation with(String term, UnaryOperator<TermRule> change, Regulation r) {
        var terms = r.terms().stream()
                .map(t -> t.key().equals(term) ? change.apply(t) : t)
                .toList();
        return new Regulation(
                r.key(), r.act(), terms, r.tiers(), r.selfApproval(), r.maxReturns(), r.maxInterims(), r.secondLook());
    }

    static UnaryOperator<TermRule> lasting(String term) {
        return t -> length(t, new TermRule.Length(Term.parse(term), t.length().before(), Map.of()));
    }

    static UnaryOperator<TermRule> whenImportant(Importance importance, String term) {
        return t -> {
            var own = new EnumMap<Importance, Term>(Importance.class);
            own.put(importance, Term.parse(term));
            return length(t, new TermRule.Length(t.length().amount(), t.length().before(), own));
        };
    }

    /** Counted from detection, through every return. */
    static UnaryOperator<TermRule> runningOnFromDetection() {
        return t -> new TermRule(
                t.key(),
                t.clause(),
                t.title(),
                t.bearer(),
                t.right(),
                Set.of(Event.DETECTED),
                t.closes(),
                t.cancels(),
                t.length(),
                t.cap(),
                TermRule.OnReturn.RUNS_ON);
    }

    private static TermRule length(TermRule t, TermRule.Length length) {
        return new TermRule(
                t.key(),
                t.clause(),
                t.title(),
                t.bearer(),
                t.right(),
                t.opens(),
                t.closes(),
                t.cancels(),
                length,
                t.cap(),
                t.onReturn());
    }

    private static TermRule term(String key, Map<String, Object> m) {
        return new TermRule(
                key,
                text(m, "clause"),
                text(m, "title"),
                Bearer.valueOf(text(m, "bearer").toUpperCase(Locale.ROOT).replace('-', '_')),
                Boolean.TRUE.equals(m.get("right")),
                events(m.get("opens")),
                events(m.get("closes")),
                events(m.get("cancels")),
                new TermRule.Length(
                        Term.parse(text(m, "term")),
                        Optional.ofNullable(m.get("before")).map(Object::toString),
                        Map.of()),
                Optional.ofNullable(m.get("cap")).map(Object::toString),
                TermRule.OnReturn.RESTARTS);
    }

    private static Set<Event> events(@Nullable Object list) {
        return Arrays.stream(Event.values())
                .filter(e -> list instanceof List<?> l && l.contains(e.key()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Event.class)));
    }

    private static String text(Map<String, Object> m, String key) {
        return Objects.requireNonNull(m.get(key)).toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object node) {
        return (Map<String, Object>) Objects.requireNonNull(node);
    }

    private static List<?> list(@Nullable Object node) {
        return (List<?>) Objects.requireNonNull(node);
    }
}
