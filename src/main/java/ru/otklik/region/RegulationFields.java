package ru.otklik.region;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import ru.otklik.kernel.Role;
import ru.otklik.regulation.Contradictions;
import ru.otklik.regulation.Regulation;
import ru.otklik.regulation.TermRule;

/** The values of a regulation while it is put together from its layers; each value still knows its file and line. */
final class RegulationFields {

    private final Map<String, YamlNode> settings;
    private final Map<String, TermFields> terms;

    private RegulationFields(Map<String, YamlNode> settings, Map<String, TermFields> terms) {
        this.settings = new HashMap<>(settings);
        this.terms = new LinkedHashMap<>(terms);
    }

    static RegulationFields empty() {
        return new RegulationFields(Map.of(), Map.of());
    }

    RegulationFields copy() {
        return new RegulationFields(settings, terms);
    }

    /** Writes over them what a version says. Removed terms go first, so that one may be written anew from nothing. */
    void change(YamlNode version) {
        version.only("from", "based-on", "act", "approval", "returns", "interim", "exclusion", "remove", "terms");
        settings.put("act", version.get("act"));
        group(version, "approval", "tiers", "self-approval");
        group(version, "returns", "max");
        group(version, "interim", "max");
        group(version, "exclusion", "second-look");
        version.find("remove").map(YamlNode::list).orElse(List.of()).forEach(key -> {
            if (terms.remove(key.text()) == null) {
                throw key.error("нечего убирать: срока «%s» нет.".formatted(key.text()));
            }
        });
        version.find("terms")
                .ifPresent(all -> all.entries()
                        .forEach((key, node) -> terms.merge(key, TermFields.of(key, node), TermFields::with)));
    }

    private void group(YamlNode version, String group, String... keys) {
        version.find(group)
                .ifPresent(node -> node.only(keys).entries().forEach((k, v) -> settings.put(group + "." + k, v)));
    }

    /** @param version where to point when something is missing */
    Regulation build(String key, YamlNode version) {
        YamlNode returns = setting("returns.max", version);
        List<TermRule> rules = terms.values().stream().map(TermFields::rule).toList();
        var regulation = new Regulation(
                key,
                setting("act", version).text(),
                rules,
                setting("approval.tiers", version).list().stream()
                        .map(t -> t.oneOf("роль", Role.class))
                        .toList(),
                setting("approval.self-approval", version).flag(),
                returns.text().equals("unlimited") ? OptionalInt.empty() : OptionalInt.of(count(returns)),
                count(setting("interim.max", version)),
                setting("exclusion.second-look", version).flag());
        for (var c : Contradictions.in(regulation)) {
            TermFields term = terms.get(c.term());
            throw term == null
                    ? version.error("%s (версия %s).".formatted(c.reason(), key))
                    : term.place().errorAtKey("срок «%s»: %s (версия %s).".formatted(c.term(), c.reason(), key));
        }
        return regulation;
    }

    private YamlNode setting(String key, YamlNode version) {
        YamlNode node = settings.get(key);
        if (node == null) {
            throw version.error("не указано «%s».".formatted(key));
        }
        return node;
    }

    private static int count(YamlNode node) {
        if (node.number() < 0) {
            throw node.error("число не может быть отрицательным.");
        }
        return node.number();
    }
}
