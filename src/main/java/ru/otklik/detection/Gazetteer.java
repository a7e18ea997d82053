package ru.otklik.detection;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The territories and settlements of a region. */
public final class Gazetteer {

    /**
     * @param district the adjective before «округ» and «район»; empty for a city
     * @param spoken other names of its centre and of who lives there
     * @param adjectives of its centre: «кисловодский парк» is in Кисловодск
     */
    public record Territory(
            String code, String title, String centre, String district, List<String> spoken, List<String> adjectives) {}

    public record Settlement(String code, String name, String territory, double lat, double lon, Match match) {}

    /** How sure a name has to be before it counts; see settlements.csv. */
    public enum Match {
        FREE,
        CAPITAL,
        PLACED,
        MARKED,
        STRICT
    }

    /** @param places codes of what the names may mean: of several, a person chooses */
    public record Spoken(List<String> names, List<String> places) {}

    private final Map<String, Territory> territories = new LinkedHashMap<>();
    private final Map<String, Settlement> settlements = new LinkedHashMap<>();
    private final List<Spoken> spoken;

    private Gazetteer(RegionFiles files) {
        Map<String, Object> places = files.yaml("places.yml");
        RegionFiles.list(places, "territories").map(Gazetteer::territory).forEach(t -> territories.put(t.code(), t));
        spoken = RegionFiles.list(places, "spoken")
                .map(s -> new Spoken(RegionFiles.texts(s, "names"), RegionFiles.texts(s, "places")))
                .toList();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(files.open("settlements.csv"))) {
            rows.forEach(this::addSettlement);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        spoken.stream()
                .flatMap(s -> s.places().stream())
                .filter(code -> !settlements.containsKey(code))
                .forEach(this::getTerritory);
    }

    static Gazetteer of(RegionFiles files) {
        return new Gazetteer(files);
    }

    private static Territory territory(Map<String, Object> t) {
        return new Territory(
                RegionFiles.text(t, "code"),
                RegionFiles.text(t, "title"),
                RegionFiles.text(t, "centre"),
                String.valueOf(t.getOrDefault("district", "")),
                RegionFiles.texts(t, "spoken"),
                RegionFiles.texts(t, "adjectives"));
    }

    private void addSettlement(NamedCsvRecord row) {
        String code = row.getField("code");
        settlements.put(
                code,
                new Settlement(
                        code,
                        row.getField("name"),
                        getTerritory(code.substring(0, code.indexOf('.'))).code(),
                        Double.parseDouble(row.getField("lat")),
                        Double.parseDouble(row.getField("lon")),
                        Match.valueOf(row.getField("match").toUpperCase(Locale.ROOT))));
    }

    public List<Territory> territories() {
        return List.copyOf(territories.values());
    }

    public List<Settlement> settlements() {
        return List.copyOf(settlements.values());
    }

    public Territory getTerritory(String code) {
        Territory territory = territories.get(code);
        if (territory == null) {
            throw new IllegalStateException("Нет территории «" + code + "». Добавьте её в places.yml.");
        }
        return territory;
    }

    public Optional<Settlement> findSettlement(String code) {
        return Optional.ofNullable(settlements.get(code));
    }

    /** The territory of a code, be it of a territory or of a settlement. */
    public Optional<Territory> findTerritoryOf(String code) {
        Settlement settlement = settlements.get(code);
        return Optional.ofNullable(territories.get(settlement == null ? code : settlement.territory()));
    }

    /** The code of the centre of a territory, or its own where the list of settlements does not have it. */
    public String centreOf(Territory territory) {
        return settlements.values().stream()
                .filter(s -> isCentre(s) && s.territory().equals(territory.code()))
                .map(Settlement::code)
                .findFirst()
                .orElse(territory.code());
    }

    public boolean isCentre(Settlement settlement) {
        return getTerritory(settlement.territory()).centre().equals(settlement.name());
    }

    public List<Spoken> spoken() {
        return spoken;
    }
}
