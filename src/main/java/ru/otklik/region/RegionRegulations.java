package ru.otklik.region;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import ru.otklik.regulation.Regulation;
import ru.otklik.regulation.Regulations;

/** All versions of all regulations of a region, read and checked once and never changed after that. */
final class RegionRegulations implements Regulations {

    private final String region;
    private final Map<String, Regulation> byKey = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, Regulation>> byName;

    private RegionRegulations(String region, Map<String, NavigableMap<LocalDate, Regulation>> byName) {
        this.region = region;
        this.byName = byName;
        byName.values().forEach(days -> days.values().forEach(r -> byKey.put(r.key(), r)));
    }

    static RegionRegulations read(Region region) {
        var files = new LinkedHashMap<String, RegulationFile>();
        RegulationFile own = RegulationFile.read(region.name(), region.yaml("regulation.yml"));
        files.put(own.name(), own);
        for (YamlNode node : own.municipal()) {
            String name = node.as(Region::name);
            RegulationFile file = RegulationFile.read(name, region.yaml("regulation-" + name + ".yml"));
            if (files.put(name, file) != null) {
                throw node.error("регламент «%s» назван дважды.".formatted(name));
            }
            file.municipal().forEach(m -> {
                throw m.error("регламенты органов власти перечисляет только regulation.yml.");
            });
        }
        return new RegionRegulations(region.name(), new RegulationEditions(files).all());
    }

    @Override
    public Regulation get(String key) {
        Regulation found = byKey.get(key);
        if (found == null) {
            throw new BadRegionFile(
                    "regulation.yml",
                    "нет версии регламента «%s». Верните её в файлы региона «%s»: по ней ведутся начатые инциденты."
                            .formatted(key, region));
        }
        return found;
    }

    @Override
    public Regulation inForce(Optional<String> own, LocalDate day) {
        String name = own.orElse(region);
        NavigableMap<LocalDate, Regulation> days = byName.get(name);
        if (days == null) {
            throw new IllegalArgumentException(
                    "У региона «%s» нет регламента «%s». Назовите его в списке municipal файла regulation.yml."
                            .formatted(region, name));
        }
        var found = days.floorEntry(day);
        if (found == null) {
            throw new IllegalArgumentException(
                    "На %s регламент «%s» ещё не действует: первая версия с %s.".formatted(day, name, days.firstKey()));
        }
        return found.getValue();
    }
}
