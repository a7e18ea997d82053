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
    private final Following following;
    private final WordSet preposition;
    private final WordSet street;
    private final WordSet along;
    private final WordSet near;
    private final WordSet nearTo;

    PlaceContext(Map<String, Object> lists, Gazetteer gazetteer) {
        markers = new PlaceMarkers(lists, gazetteer);
        strangers = new Strangers(lists);
        following = new Following(lists);
        preposition = RegionFiles.words(lists, "preposition");
        street = RegionFiles.words(lists, "street");
        along = RegionFiles.words(lists, "along");
        near = RegionFiles.words(lists, "near");
        nearTo = RegionFiles.words(lists, "near_to");
    }

    /** @param territoryNamed whether the message names the territory of this settlement */
    boolean isPlace(Name name, List<Word> words, int at, boolean territoryNamed) {
        String before = at == 0 ? "" : words.get(at - 1).plain();
        int next = at + name.length();
        if (name.kind() == Kind.ADJECTIVE) {
            return isCityWord(words, at, before, next);
        }
        boolean marked = markers.marks(name, words, at);
        if (marked && name.adjective() && (!markers.agrees(name, before) || following.isDistrict(words, next))) {
            return false;
        }
        if (following.isGoods(name, words, next) || following.isHyphened(words, next)) {
            return false;
        }
        boolean ofStreet = !before.isEmpty() && words.get(at - 1).end() != ',' && street.has(before);
        if (name.adjective() && !marked && (along.has(before) || following.isDescribed(words, at, next))) {
            return false;
        }
        if (ofStreet || strangers.isElsewhere(words, next) || !marked && following.isRoad(words, at, next)) {
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
        boolean alone = !following.isCapital(words, next) && !following.hopes(name, words, next);
        return switch (name.match()) {
            case FREE -> true;
            case CAPITAL -> capital || placed;
            case MARKED -> capital && (territoryNamed || placed && alone);
            case STRICT -> capital && territoryNamed;
        };
    }

    private boolean isCityWord(List<Word> words, int at, String before, int next) {
        boolean hyphened = at > 0 && words.get(at - 1).end() == '-';
        return !hyphened
                && !street.has(before)
                && following.isOfCity(words, at, next)
                && !strangers.isPerson(words, at, next)
                && !strangers.isElsewhere(words, next);
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
    }

    /** «под Невинкой», «рядом с Пятигорском»: what is named so says where another place is. */
    boolean isNear(List<Word> words, int at) {
        boolean directly = at > 0 && near.has(words.get(at - 1).plain());
        boolean from = at > 1 && words.get(at - 1).plain().length() <= 2;
        return directly || from && nearTo.has(words.get(at - 2).plain());
    }
}
