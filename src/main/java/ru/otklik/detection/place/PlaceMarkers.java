package ru.otklik.detection.place;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ru.otklik.detection.Gazetteer;
import ru.otklik.detection.RegionFiles;
import ru.otklik.detection.place.PlaceNames.Name;
import ru.otklik.detection.text.Word;
import ru.otklik.detection.text.WordSet;

/** The words before a name that make it a settlement: «с. Садовое», «в станице Курской», «мкр. Северный». */
final class PlaceMarkers {

    private static final int LONG_MARKER = 3;

    private final WordSet settlement;
    private final WordSet town;
    private final WordSet quarter;
    private final Map<String, WordSet> gender = new LinkedHashMap<>();
    private final Set<String> cities;
    private final Set<String> centres;

    PlaceMarkers(Map<String, Object> lists, Gazetteer gazetteer) {
        settlement = RegionFiles.words(lists, "settlement");
        town = RegionFiles.words(lists, "town");
        quarter = RegionFiles.words(lists, "quarter");
        RegionFiles.list(lists, "gender")
                .forEach(g -> gender.put(RegionFiles.text(g, "ending"), RegionFiles.words(g, "after")));
        cities = gazetteer.territories().stream()
                .filter(t -> t.district().isEmpty())
                .map(Gazetteer.Territory::code)
                .collect(Collectors.toUnmodifiableSet());
        centres = gazetteer.settlements().stream()
                .filter(gazetteer::isCentre)
                .map(Gazetteer.Settlement::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean marks(Name name, List<Word> words, int at) {
        if (at == 0) {
            return false;
        }
        Word before = words.get(at - 1);
        if (!settlement.has(before.plain()) || !fits(name, before.plain())) {
            return false;
        }
        if (at > 1 && isInitial(before) && isInitial(words.get(at - 2))) {
            return false;
        }
        if (before.plain().length() > LONG_MARKER && before.end() != ' ') {
            // «выехали из города, Надежда ждала»
            return false;
        }
        // a bare «с» is a preposition unless the name stands unchanged after it
        return before.end() == '.'
                || before.plain().length() > 1
                || words.get(at).capital() && !before.plain().equals("с")
                || name.isRare() && name.nominative().startsWith(words.get(at).plain());
    }

    /** «А. С. Родионов» */
    private static boolean isInitial(Word w) {
        return w.end() == '.'
                && w.shown().length() == 1
                && Character.isUpperCase(w.shown().charAt(0));
    }

    /** «г. Козлов» is a citizen, not the hamlet; «мкр. Северный» is a quarter of a city, not the settlement. */
    private boolean fits(Name name, String marker) {
        boolean common = !name.isRare();
        if (quarter.has(marker)) {
            return !common || name.codes().stream().anyMatch(c -> cities.contains(c.split("\\.")[0]));
        }
        return !town.has(marker) || !common || name.codes().stream().anyMatch(centres::contains);
    }

    /** «село» goes with «Садовое», «посёлок» with «Садовый». */
    boolean agrees(Name name, String marker) {
        for (Map.Entry<String, WordSet> g : gender.entrySet()) {
            if (g.getValue().has(marker)) {
                return name.nominative().endsWith(g.getKey());
            }
        }
        return true;
    }
}
