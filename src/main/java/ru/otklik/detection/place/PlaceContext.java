package ru.otklik.detection.place;

import java.util.List;
import java.util.Map;
import ru.otklik.detection.Gazetteer;
import ru.otklik.detection.place.PlaceNames.Kind;
import ru.otklik.detection.place.PlaceNames.Name;
import ru.otklik.detection.text.Word;

/** Whether a word that looks like the name of a place is one: the words around it decide. */
final class PlaceContext {

    private final PlaceNames names;
    private final PlaceMarkers markers;
    private final Strangers strangers;
    private final Following following;
    private final Preceding preceding;

    PlaceContext(Map<String, Object> lists, Gazetteer gazetteer, PlaceNames names) {
        this.names = names;
        markers = new PlaceMarkers(lists, gazetteer);
        strangers = new Strangers(lists);
        following = new Following(lists);
        preceding = new Preceding(lists);
    }

    /** @param territoryNamed whether the message names the territory of this settlement */
    boolean isPlace(Name name, List<Word> words, int at, boolean territoryNamed) {
        String before = at == 0 ? "" : words.get(at - 1).plain();
        int next = at + name.length();
        if (name.kind() == Kind.ADJECTIVE) {
            return isCityWord(words, at, next);
        }
        boolean marked = markers.marks(name, words, at);
        if (marked && name.adjective() && (!markers.agrees(name, before) || following.isDistrict(words, next))) {
            return false;
        }
        if (following.isGoods(name, words, next)
                || following.isHyphened(words, next)
                || strangers.isPatronymic(words, next)) {
            return false;
        }
        if (!marked && name.adjective() && (preceding.isAlong(words, at) || following.isDescribed(words, at, next))) {
            return false;
        }
        if (preceding.isStreet(words, at) || isElsewhere(words, next) || !marked && following.isRoad(words, at, next)) {
            return false;
        }
        if (marked) {
            return name.isRare() || !goesOn(words, next);
        }
        if (name.kind() == Kind.SPOKEN) {
            boolean spoken = name.length() == 1 || words.get(at).capital() || !isNumber(before);
            return spoken && !strangers.isOfAnotherCity(words, next, names);
        }
        return looksLikeOne(name, words, at, territoryNamed);
    }

    /** «Михайловск Свердловской области», «Орловка под Донецком» */
    private boolean isElsewhere(List<Word> words, int next) {
        boolean nearOther =
                preceding.isNearWord(words, next) && words.get(next - 1).end() == ' ' && goesOn(words, next + 1);
        return nearOther || strangers.isElsewhere(words, next);
    }

    /** «посёлок Новый Свет»: a capital follows that begins no name of ours. */
    private boolean goesOn(List<Word> words, int next) {
        return following.isCapital(words, next)
                && names.at(words, next).isEmpty()
                && !strangers.isOurs(words.get(next));
    }

    private boolean looksLikeOne(Name name, List<Word> words, int at, boolean territoryNamed) {
        int next = at + name.length();
        boolean capital = words.get(at).capital();
        boolean in = preceding.isIn(words, at);
        boolean common = !name.isRare();
        if (common && (strangers.isPerson(words, at, next) || !in && strangers.isTitled(words, at))) {
            return false;
        }
        boolean placed = in || preceding.isTowards(name, words, at);
        boolean alone = !following.isCapital(words, next) && !following.hopes(name, words, next);
        return switch (name.match()) {
            case FREE -> true;
            case CAPITAL -> capital || placed || isCalled(words, at, next);
            case PLACED -> in || capital && territoryNamed;
            case MARKED -> capital && (territoryNamed || placed && alone);
            case STRICT -> capital && territoryNamed;
        };
    }

    /** «вознесеновское, нет света» */
    private static boolean isCalled(List<Word> words, int at, int next) {
        return at == 0 && next < words.size() && words.get(next - 1).end() != ' ';
    }

    private boolean isCityWord(List<Word> words, int at, int next) {
        boolean hyphened = at > 0 && words.get(at - 1).end() == '-';
        return !hyphened
                && !preceding.isStreet(words, at)
                && following.isOfCity(words, at, next)
                && !strangers.isPerson(words, at, next)
                && !strangers.isElsewhere(words, next);
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
    }

    boolean isNear(List<Word> words, int at) {
        return preceding.isNear(words, at);
    }
}
