package ru.otklik.detection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import ru.otklik.detection.PlaceNames.Kind;
import ru.otklik.detection.PlaceNames.Name;
import ru.otklik.detection.text.Word;
import ru.otklik.detection.text.WordSet;

/** Whether a word that looks like the name of a place is one: the words around it decide. */
final class PlaceContext {

    private static final int DISTRICT_REACH = 4;
    private static final Pattern DISTRICT_NAME = Pattern.compile(".*ск(ий|ого|ом|ому|им)");

    private final WordSet settlement;
    private final WordSet preposition;
    private final WordSet street;
    private final WordSet along;
    private final WordSet noun;
    private final WordSet district;
    private final WordSet authority;
    private final Map<String, WordSet> gender = new LinkedHashMap<>();

    PlaceContext(RegionFiles files) {
        Map<String, Object> lists = files.yaml("place-context.yml");
        settlement = words(lists, "settlement");
        preposition = words(lists, "preposition");
        street = words(lists, "street");
        along = words(lists, "along");
        noun = words(lists, "noun");
        district = words(lists, "district");
        authority = words(lists, "authority");
        RegionFiles.list(lists, "gender").forEach(g -> gender.put(RegionFiles.text(g, "ending"), words(g, "after")));
    }

    private static WordSet words(Map<String, Object> lists, String key) {
        return new WordSet(RegionFiles.text(lists, key));
    }

    /** The district itself is named: «Шпаковский округ», «глава Шпаковского», «в Курском и Степновском районах». */
    boolean isDistrict(Name name, List<Word> words, int at) {
        if (name.kind() != Kind.DISTRICT) {
            return false;
        }
        return at > 0
                        && authority.has(words.get(at - 1).plain())
                        && words.get(at).capital()
                || districtFollows(words, at);
    }

    private boolean districtFollows(List<Word> words, int at) {
        for (int i = at + 1; i <= at + DISTRICT_REACH && i < words.size(); i++) {
            String w = words.get(i).plain();
            boolean shortened = w.equals("р")
                    && (i + 1 < words.size() && words.get(i + 1).plain().endsWith("н"));
            if (shortened || district.has(w)) {
                return true;
            }
            // only another district may stand between: «в Курском и Степновском районах»
            if (!w.equals("и") && !DISTRICT_NAME.matcher(w).matches()) {
                return false;
            }
        }
        return false;
    }

    /** @param territoryNamed whether the message names the territory of this settlement */
    boolean isPlace(Name name, List<Word> words, int at, boolean territoryNamed) {
        String before = at == 0 ? "" : words.get(at - 1).plain();
        int next = at + name.length();
        boolean marked = isMarker(name, words, at);
        if (marked && name.adjective() && !agrees(name, before)) {
            return false;
        }
        if (!before.isEmpty() && words.get(at - 1).end() != ',' && street.has(before)) {
            return false;
        }
        if (name.adjective() && !marked && (along.has(before) || describesNext(words, next))) {
            return false;
        }
        if (marked || name.kind() == Kind.SPOKEN) {
            return true;
        }
        boolean capital = words.get(at).capital();
        boolean placed = preposition.has(before);
        return switch (name.match()) {
            case FREE -> true;
            case CAPITAL -> capital || placed;
            case MARKED -> capital && (territoryNamed || placed && !capitalFollows(words, next));
        };
    }

    /** «с. Садовое», «в станице Курской»; a bare «с» is a preposition unless the name stands unchanged after it. */
    private boolean isMarker(Name name, List<Word> words, int at) {
        if (at == 0) {
            return false;
        }
        Word before = words.get(at - 1);
        if (!settlement.has(before.plain())) {
            return false;
        }
        if (before.plain().length() > 3 && before.end() != ' ') {
            // «выехали из города, Надежда ждала»
            return false;
        }
        return before.end() == '.'
                || before.plain().length() > 1
                || words.get(at).capital() && !before.plain().equals("с")
                || name.nominative().startsWith(words.get(at).plain());
    }

    /** «село» goes with «Садовое», «посёлок» with «Садовый». */
    private boolean agrees(Name name, String marker) {
        String nominative = name.nominative();
        for (Map.Entry<String, WordSet> g : gender.entrySet()) {
            if (g.getValue().has(marker)) {
                return nominative.endsWith(g.getKey());
            }
        }
        return true;
    }

    private boolean describesNext(List<Word> words, int next) {
        if (next >= words.size() || words.get(next - 1).end() != ' ') {
            return false;
        }
        Word w = words.get(next);
        return noun.has(w.plain()) || district.has(w.plain()) || w.plain().equals("р");
    }

    private static boolean capitalFollows(List<Word> words, int next) {
        return next < words.size()
                && words.get(next - 1).end() == ' '
                && words.get(next).capital();
    }
}
