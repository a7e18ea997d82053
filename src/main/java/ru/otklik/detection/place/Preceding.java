package ru.otklik.detection.place;

import java.util.List;
import java.util.Map;
import ru.otklik.detection.RegionFiles;
import ru.otklik.detection.place.PlaceNames.Name;
import ru.otklik.detection.text.Word;
import ru.otklik.detection.text.WordSet;

/** What the words before a name make of it: a street, a place, the end of a way, a mark by which another is found. */
final class Preceding {

    private static final String ON = "на";
    private static final String AND = "и";
    /** «с», «от» */
    private static final int SHORT_PREPOSITION = 2;

    private final WordSet street;
    private final WordSet preposition;
    private final WordSet along;
    private final WordSet direction;
    private final WordSet way;
    private final WordSet near;
    private final WordSet nearTo;

    Preceding(Map<String, Object> lists) {
        street = RegionFiles.words(lists, "street");
        preposition = RegionFiles.words(lists, "preposition");
        along = RegionFiles.words(lists, "along");
        direction = RegionFiles.words(lists, "direction");
        way = RegionFiles.words(lists, "way");
        near = RegionFiles.words(lists, "near");
        nearTo = RegionFiles.words(lists, "near_to");
    }

    boolean isStreet(List<Word> words, int at) {
        return stands(street, words, at - 1) && words.get(at - 1).end() != ',';
    }

    /** «в Надежде» */
    boolean isIn(List<Word> words, int at) {
        return stands(preposition, words, at - 1);
    }

    /** «на Садовой», but «дорога на Дивное» */
    boolean isAlong(List<Word> words, int at) {
        return stands(along, words, at - 1) && !isEndOfWay(words, at);
    }

    /** «дорога на Дивное», «до Среднего Леса», «между Боргустанской и Бекешевской» */
    boolean isTowards(Name name, List<Word> words, int at) {
        boolean rare = name.adjective() || name.length() > 1;
        boolean second = at > 0 && words.get(at - 1).plain().equals(AND) && stands(direction, words, at - 3);
        return isEndOfWay(words, at) || rare && (second || stands(direction, words, at - 1));
    }

    private boolean isEndOfWay(List<Word> words, int at) {
        return stands(way, words, at - 2) && words.get(at - 1).plain().equals(ON);
    }

    /** «под Невинкой», «рядом с Пятигорском»: what is named so says where another place is. */
    boolean isNear(List<Word> words, int at) {
        return isNearWord(words, at - 1)
                || stands(nearTo, words, at - 2) && words.get(at - 1).plain().length() <= SHORT_PREPOSITION;
    }

    boolean isNearWord(List<Word> words, int at) {
        return stands(near, words, at);
    }

    private static boolean stands(WordSet list, List<Word> words, int at) {
        return at >= 0 && at < words.size() && list.has(words.get(at).plain());
    }
}
