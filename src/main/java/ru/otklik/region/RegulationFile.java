package ru.otklik.region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One regulation file, {@code regulation.yml} of a region or {@code regulation-<name>.yml} of an authority; what it may
 * say is told at the head of Stavropol's. Knows its own versions only; {@link RegionRegulations} puts files together.
 *
 * @param inherits name of the regulation that these versions change, where it is written
 * @param municipal names of the regulations of authorities, which the region lists
 * @param versions by the day from which each is in force
 */
record RegulationFile(
        String name, Optional<YamlNode> inherits, List<YamlNode> municipal, NavigableMap<LocalDate, Version> versions) {

    /** @param basedOn an earlier version of the same file, which this one changes */
    record Version(YamlNode node, Optional<LocalDate> basedOn) {}

    static RegulationFile read(String name, YamlNode root) {
        root.only("regulation", "inherits", "municipal", "versions");
        YamlNode written = root.get("regulation");
        if (!written.text().equals(name)) {
            throw written.error("регламент назван «%s», а по имени файла это «%s».".formatted(written.text(), name));
        }
        List<YamlNode> municipal =
                new ArrayList<>(root.find("municipal").map(YamlNode::list).orElse(List.of()));
        return new RegulationFile(name, root.find("inherits"), municipal, versions(root.get("versions")));
    }

    private static NavigableMap<LocalDate, Version> versions(YamlNode list) {
        var versions = new TreeMap<LocalDate, Version>();
        for (YamlNode node : list.list()) {
            YamlNode from = node.get("from");
            Optional<LocalDate> basedOn = node.find("based-on").map(RegulationFile::date);
            if (versions.put(date(from), new Version(node, basedOn)) != null) {
                throw from.error("две версии с одной датой %s.".formatted(from.text()));
            }
        }
        if (versions.isEmpty()) {
            throw list.error("в регламенте нет ни одной версии.");
        }
        versions.forEach((from, version) -> version.basedOn()
                .filter(base -> !versions.headMap(from).containsKey(base))
                .ifPresent(base -> {
                    throw version.node()
                            .get("based-on")
                            .error("более ранней версии от %s в этом файле нет.".formatted(base));
                }));
        return versions;
    }

    private static LocalDate date(YamlNode node) {
        return node.as(LocalDate::parse);
    }

    Version inForce(LocalDate day) {
        return versions.floorEntry(day).getValue();
    }

    /** Writes the version over what is there: first the version it is based on, then its own changes. */
    void apply(Version version, RegulationFields fields) {
        version.basedOn().ifPresent(base -> apply(inForce(base), fields));
        fields.change(version.node());
    }
}
