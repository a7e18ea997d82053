package ru.otklik.detection.place;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import ru.otklik.detection.RegionFiles;
import ru.otklik.detection.place.PlaceNames.Kind;
import ru.otklik.detection.place.PlaceNames.Name;
import ru.otklik.detection.text.Word;
import ru.otklik.detection.text.WordSet;

/** Whether an adjective names a district of this region. */
final class Districts {

    private static final int DISTRICT_REACH = 4;
    static final Pattern DISTRICT_NAME = Pattern.compile(".*ск(ий|ого|ом|ому|им)");
    /** «Шпаковская районная больница», but «станица Советская, Кировский округ» */
    private static final Pattern FEMININE = Pattern.compile(".*(ая|ой|ую)");

    private final PlaceNames names;
    private final Strangers strangers;
    private final WordSet district;
    private final WordSet attribute;
    private final WordSet seat;
    private final WordSet authority;

    Districts(Map<String, Object> lists, PlaceNames names) {
        this.names = names;
        strangers = new Strangers(lists);
        district = RegionFiles.words(lists, "district");
        seat = RegionFiles.words(lists, "seat");
        attribute = RegionFiles.words(lists, "attribute");
        authority = RegionFiles.words(lists, "authority");
    }

    /** The district itself is named: «Шпаковский округ», «глава Шпаковского», «в Курском и Степновском районах». */
    boolean isDistrict(Name name, List<Word> words, int at) {
        if (name.kind() != Kind.DISTRICT) {
            return false;
        }
        int follows = districtFollows(words, at);
        if (follows > 0) {
            return !strangers.isElsewhere(words, follows) && !strangers.isOfAnotherCity(words, follows, names);
        }
        return at > 0
                && authority.has(words.get(at - 1).plain())
                && words.get(at).capital()
                && !strangers.isPerson(words, at, at + 1)
                && !strangers.isElsewhere(words, at + 1);
    }

    /** The place after «округ», or 0. */
    private int districtFollows(List<Word> words, int at) {
        if (at + 1 < words.size() && seat.has(words.get(at + 1).plain())) {
            return at + 2;
        }
        for (int i = at + 1; i <= at + DISTRICT_REACH && i < words.size(); i++) {
            String w = words.get(i).plain();
            boolean shortened = isShortened(words, i);
            if (shortened || district.has(w)) {
                return shortened ? i + 2 : i + 1;
            }
            // only another district may stand between: «в Курском и Степновском районах», «Курский муниципальный округ»
            boolean alone = FEMININE.matcher(words.get(at).plain()).matches();
            if (alone || !w.equals("и") && !attribute.has(w) && !isName(words, i)) {
                return 0;
            }
        }
        return 0;
    }

    private boolean isName(List<Word> words, int at) {
        return DISTRICT_NAME.matcher(words.get(at).plain()).matches()
                || names.at(words, at).stream().anyMatch(n -> n.kind() == Kind.DISTRICT);
    }

    /** «р-н», «г.о.», «м. о.» */
    static boolean isShortened(List<Word> words, int at) {
        if (at + 1 >= words.size() || words.get(at).end() == ' ') {
            return false;
        }
        String end = words.get(at + 1).plain();
        return switch (words.get(at).plain()) {
            case "р" -> end.startsWith("н") || end.endsWith("н");
            case "г", "м" -> end.equals("о");
            default -> false;
        };
    }
}
