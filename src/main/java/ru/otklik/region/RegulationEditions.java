package ru.otklik.region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import ru.otklik.regulation.Regulation;

/** Lays regulations over those they inherit. One that inherits changes on its own days and on its parent's. */
final class RegulationEditions {

    /** A version and the layers it was made of, on which a child lays its own. */
    private record Edition(Regulation regulation, RegulationFields fields) {}

    private final Map<String, RegulationFile> files;
    private final Map<String, NavigableMap<LocalDate, Edition>> byName = new HashMap<>();

    RegulationEditions(Map<String, RegulationFile> files) {
        this.files = files;
    }

    /** By name, then by the day from which each is in force. */
    Map<String, NavigableMap<LocalDate, Regulation>> all() {
        var all = new HashMap<String, NavigableMap<LocalDate, Regulation>>();
        for (RegulationFile file : files.values()) {
            var days = new TreeMap<LocalDate, Regulation>();
            editions(file, List.of()).forEach((day, edition) -> days.put(day, edition.regulation()));
            all.put(file.name(), days);
        }
        return all;
    }

    /** @param children those that wait for this one, so that a circle is seen */
    private NavigableMap<LocalDate, Edition> editions(RegulationFile file, List<String> children) {
        NavigableMap<LocalDate, Edition> known = byName.get(file.name());
        if (known != null) {
            return known;
        }
        NavigableMap<LocalDate, Edition> parent = new TreeMap<>();
        file.inherits().ifPresent(node -> {
            var path = new ArrayList<>(children);
            path.add(file.name());
            RegulationFile inherited = files.get(node.text());
            if (inherited == null) {
                throw node.error("регламента «%s» у региона нет; есть: %s."
                        .formatted(node.text(), String.join(", ", files.keySet())));
            }
            if (path.contains(inherited.name())) {
                throw node.error("регламенты наследуют друг другу по кругу: %s → %s."
                        .formatted(String.join(" → ", path), node.text()));
            }
            parent.putAll(editions(inherited, path));
        });
        var editions = new TreeMap<LocalDate, Edition>();
        var days = new TreeSet<>(file.versions().keySet());
        days.addAll(parent.tailMap(days.first()).keySet());
        days.forEach(day -> editions.put(day, edition(file, parent, day)));
        byName.put(file.name(), editions);
        return editions;
    }

    private static Edition edition(RegulationFile file, NavigableMap<LocalDate, Edition> parent, LocalDate day) {
        RegulationFile.Version version = file.inForce(day);
        YamlNode from = version.node().get("from");
        String key = file.name() + "/" + file.versions().floorKey(day);
        var fields = RegulationFields.empty();
        if (file.inherits().isPresent()) {
            var base = parent.floorEntry(day);
            if (base == null) {
                throw from.error("на %s регламент «%s», который здесь меняют, ещё не действует."
                        .formatted(day, file.inherits().get().text()));
            }
            fields = base.getValue().fields().copy();
            key += "+" + base.getValue().regulation().key();
        }
        file.apply(version, fields);
        return new Edition(fields.build(key, version.node()), fields);
    }
}
