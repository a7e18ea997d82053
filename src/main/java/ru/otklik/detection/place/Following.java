package ru.otklik.detection.place;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ru.otklik.detection.RegionFiles;
import ru.otklik.detection.place.PlaceNames.Name;
import ru.otklik.detection.text.Declension;
import ru.otklik.detection.text.Word;
import ru.otklik.detection.text.WordSet;
import ru.otklik.detection.text.Words;

/** What the words after a name make of it: a road, a district, goods, something that an adjective is about. */
final class Following {

    /** Longer are «район» and «округ», no shorter «го» and «мо». */
    private static final int LONG_DISTRICT = 3;
    /** So short are prepositions. */
    private static final int SHORT_WORD = 3;

    private static final String CONSONANTS = "бвгджзйклмнпрстфхцчшщ";

    private final WordSet road;
    private final WordSet noun;
    private final WordSet district;
    private final WordSet attribute;
    private final WordSet hoping;
    private final WordSet fixed;
    private final Map<String, WordSet> goods = new LinkedHashMap<>();

    Following(Map<String, Object> lists) {
        road = RegionFiles.words(lists, "road");
        noun = RegionFiles.words(lists, "noun");
        district = RegionFiles.words(lists, "district");
        attribute = RegionFiles.words(lists, "attribute");
        hoping = RegionFiles.words(lists, "hoping");
        fixed = RegionFiles.words(lists, "fixed");
        RegionFiles.list(lists, "goods")
                .forEach(g -> goods.put(Words.plain(RegionFiles.text(g, "name")), RegionFiles.words(g, "before")));
    }

    /** «кисловодский парк», but no street: «Кисловодская улица», «по Кисловодской», «Кисловодская 5». */
    boolean isOfCity(List<Word> words, int at, int next) {
        if (!isJoined(words, next)) {
            return false;
        }
        Word w = words.get(next);
        boolean isNoun = w.plain().length() > SHORT_WORD || noun.has(w.plain()) || isShort(w);
        return isNoun
                && goesWith(words.get(at), w)
                && !isDistrict(words, next)
                && !district.has(w.plain())
                && !road.has(w.plain())
                && !fixed.has(w.plain());
    }

    /** «в Московском районе», «Садовое кольцо» */
    boolean isDescribed(List<Word> words, int at, int next) {
        if (!isJoined(words, next)) {
            return false;
        }
        int last = next;
        // «детская» of «Ессентукская детская поликлиника»
        while (isJoined(words, last + 1) && isLike(words.get(at), words.get(last))) {
            last++;
        }
        Word w = words.get(last);
        boolean fits = noun.has(w.plain()) && goesWith(words.get(at), w);
        return fits || isDistrict(words, next);
    }

    /** «на Пятигорском шоссе»: the form is that of «под Пятигорском» */
    boolean isRoad(List<Word> words, int at, int next) {
        return isJoined(words, next)
                && words.get(at).plain().endsWith("ском")
                && road.has(words.get(next).plain());
    }

    /** «деревня Кочубеевского района» */
    boolean isDistrict(List<Word> words, int next) {
        int last = next;
        while (last < words.size() && attribute.has(words.get(last).plain())) {
            last++;
        }
        // «мун. округ»: a dot may stand after what is shortened
        if (last >= words.size() || !isJoined(words, next)) {
            return false;
        }
        Word w = words.get(last);
        boolean isLong = last > next || w.plain().length() > LONG_DISTRICT;
        return isLong && district.has(w.plain()) || Districts.isShortened(words, last);
    }

    /** «Ессентуки 17» is water. */
    boolean isGoods(Name name, List<Word> words, int next) {
        WordSet numbers = goods.get(name.nominative());
        return numbers != null
                && isJoined(words, next)
                && numbers.has(words.get(next).plain());
    }

    /** «Ставрополь-на-Волге» */
    boolean isHyphened(List<Word> words, int next) {
        return next < words.size()
                && words.get(next - 1).end() == '-'
                && words.get(next).plain().equals("на");
    }

    /** «в Надежде на ответ»; «в Дивном на рынке» hopes for nothing */
    boolean hopes(Name name, List<Word> words, int next) {
        return !name.adjective()
                && next < words.size()
                && hoping.has(words.get(next).plain());
    }

    boolean isCapital(List<Word> words, int next) {
        return isJoined(words, next) && words.get(next).capital();
    }

    /** No mark stands before it. */
    private static boolean isJoined(List<Word> words, int next) {
        return next < words.size() && words.get(next - 1).end() == ' ';
    }

    /** Both are adjectives of one form. */
    private static boolean isLike(Word a, Word b) {
        String end = a.plain().substring(Math.max(0, a.plain().length() - 2));
        return b.plain().length() > SHORT_WORD && b.plain().endsWith(end);
    }

    private static boolean goesWith(Word adjective, Word noun) {
        return Declension.agree(adjective.plain(), noun.plain()) || isShort(noun);
    }

    /** «ЦРБ», «МФЦ» */
    private static boolean isShort(Word w) {
        return w.shown().chars().allMatch(Character::isUpperCase)
                || w.plain().length() >= SHORT_WORD && w.plain().chars().allMatch(c -> CONSONANTS.indexOf(c) >= 0);
    }
}
