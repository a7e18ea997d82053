package ru.otklik.detection.place;

import java.util.List;
import java.util.Map;
import ru.otklik.detection.Gazetteer;
import ru.otklik.detection.RegionFiles;
import ru.otklik.detection.place.PlaceNames.Kind;
import ru.otklik.detection.place.PlaceNames.Name;
import ru.otklik.detection.text.Word;
import ru.otklik.detection.text.WordSet;

/** Whether a word that looks like the name of a place is one: the words around it decide. */
final class PlaceContext {

    private final PlaceMarkers markers;
    private final Strangers strangers;
    private final WordSet preposition;
    private final WordSet street;
    private final WordSet road;
    private final WordSet along;
    private final WordSet noun;
    private final WordSet district;
    private final WordSet hoping;

    PlaceContext(Map<String, Object> lists, Gazetteer gazetteer) {
        markers = new PlaceMarkers(lists, gazetteer);
        strangers = new Strangers(lists);
        preposition = words(lists, "preposition");
        street = words(lists, "street");
        road = words(lists, "road");
        along = words(lists, "along");
        noun = words(lists, "noun");
        district = words(lists, "district");
        hoping = words(lists, "hoping");
    }

    private static WordSet words(Map<String, Object> lists, String key) {
        return new WordSet(RegionFiles.text(lists, key));
    }

    /** @param territoryNamed whether the message names the territory of this settlement */
    boolean isPlace(Name name, List<Word> words, int at, boolean territoryNamed) {
        String before = at == 0 ? "" : words.get(at - 1).plain();
        int next = at + name.length();
        if (name.kind() == Kind.ADJECTIVE) {
            return isCityWord(words, at, before, next);
        }
        boolean marked = markers.marks(name, words, at);
        if (marked && name.adjective() && !markers.agrees(name, before)) {
            return false;
        }
        boolean ofStreet = !before.isEmpty() && words.get(at - 1).end() != ',' && street.has(before);
        if (name.adjective() && !marked && (along.has(before) || describesNext(words, next))) {
            return false;
        }
        if (ofStreet || strangers.isElsewhere(words, next) || !marked && isRoad(words, at, next)) {
            return false;
        }
        if (marked) {
            return true;
        }
        if (name.kind() == Kind.SPOKEN) {
            return name.length() == 1 || words.get(at).capital() || !isNumber(before);
        }
        return looksLikeOne(name, words, at, territoryNamed);
    }

    private boolean looksLikeOne(Name name, List<Word> words, int at, boolean territoryNamed) {
        int next = at + name.length();
        boolean capital = words.get(at).capital();
        boolean placed = at > 0 && preposition.has(words.get(at - 1).plain());
        boolean common = name.match() == Gazetteer.Match.MARKED || name.match() == Gazetteer.Match.STRICT;
        if (common && (strangers.isPerson(words, at, next) || strangers.isTitled(words, at))) {
            return false;
        }
        return switch (name.match()) {
            case FREE -> true;
            case CAPITAL -> capital || placed;
            case MARKED -> capital && (territoryNamed || placed && !capitalFollows(words, next) && !hopes(words, next));
            case STRICT -> capital && territoryNamed;
        };
    }

    /** «кисловодский парк», but no street: «Кисловодская улица», «по Кисловодской», «Кисловодская 5». */
    private boolean isCityWord(List<Word> words, int at, String before, int next) {
        if (next >= words.size() || words.get(at).end() != ' ' || street.has(before)) {
            return false;
        }
        Word described = words.get(next);
        return Character.isLetter(described.plain().charAt(0))
                && described.plain().length() > 2
                && !described.capital()
                && !road.has(described.plain())
                && !strangers.isElsewhere(words, next);
    }

    /** «на Пятигорском шоссе»: the form is that of «под Пятигорском» */
    private boolean isRoad(List<Word> words, int at, int next) {
        return next < words.size()
                && words.get(next - 1).end() == ' '
                && words.get(at).plain().endsWith("ском")
                && road.has(words.get(next).plain());
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
    }

    /** «в Надежде на ответ» */
    private boolean hopes(List<Word> words, int next) {
        return next < words.size() && hoping.has(words.get(next).plain());
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
