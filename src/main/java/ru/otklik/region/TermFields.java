package ru.otklik.region;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ru.otklik.regulation.Bearer;
import ru.otklik.regulation.Event;
import ru.otklik.regulation.Importance;
import ru.otklik.regulation.TermRule;
import ru.otklik.worktime.Term;

/**
 * One term while it is put together.
 *
 * @param place where it is written last
 */
record TermFields(String key, YamlNode place, Map<String, YamlNode> values) {

    static TermFields of(String key, YamlNode node) {
        if (!key.matches("[a-z][a-z0-9-]{0,40}")) {
            throw node.errorAtKey(
                    "ключ срока «%s» не годится: нужны строчные латинские буквы, цифры и дефис.".formatted(key));
        }
        node.only(
                "clause",
                "title",
                "bearer",
                "right",
                "opens",
                "closes",
                "cancels",
                "term",
                "before",
                "cap",
                "on-return",
                "importance");
        var values = new HashMap<>(node.entries());
        YamlNode importance = values.remove("importance");
        if (importance != null) {
            importance.only("elevated", "significant").entries().forEach((k, v) -> values.put("importance." + k, v));
        }
        return new TermFields(key, node, values);
    }

    TermFields with(TermFields over) {
        var both = new HashMap<>(values);
        both.putAll(over.values);
        return new TermFields(key, over.place, both);
    }

    TermRule rule() {
        return new TermRule(
                key,
                get("clause").text(),
                get("title").text(),
                get("bearer").oneOf("кто исполняет", Bearer.class),
                find("right").map(YamlNode::flag).orElse(false),
                events(get("opens")),
                events(get("closes")),
                find("cancels").map(TermFields::events).orElse(Set.of()),
                new TermRule.Length(get("term").as(Term::parse), find("before").map(YamlNode::text), byImportance()),
                find("cap").map(YamlNode::text),
                find("on-return")
                        .map(n -> n.oneOf("что делает возврат", TermRule.OnReturn.class))
                        .orElse(TermRule.OnReturn.RESTARTS));
    }

    private Map<Importance, Term> byImportance() {
        var terms = new EnumMap<Importance, Term>(Importance.class);
        find("importance.elevated").ifPresent(n -> terms.put(Importance.ELEVATED, n.as(Term::parse)));
        find("importance.significant").ifPresent(n -> terms.put(Importance.SIGNIFICANT, n.as(Term::parse)));
        return Collections.unmodifiableMap(terms);
    }

    private static Set<Event> events(YamlNode list) {
        var events = EnumSet.noneOf(Event.class);
        for (YamlNode item : list.list()) {
            if (!events.add(item.oneOf("событие", Event.class))) {
                throw item.error("событие %s написано дважды.".formatted(item.text()));
            }
        }
        return Collections.unmodifiableSet(events);
    }

    private YamlNode get(String field) {
        return find(field).orElseThrow(() -> place.errorAtKey("у срока «%s» не указано «%s».".formatted(key, field)));
    }

    private Optional<YamlNode> find(String field) {
        return Optional.ofNullable(values.get(field));
    }
}
