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
    private static final Pattern DISTRICT_NAME = Pattern.compile(".*ск(ий|ого|ом|ому|им)");

    private final PlaceNames names;
    private final Strangers strangers;
    private final WordSet district;
    private final WordSet authority;

    Districts(Map<String, Object> lists, PlaceNames names) {
        this.names = names;
        strangers = new Strangers(lists);
        district = new WordSet(RegionFiles.text(lists, "district"));
        authority = new WordSet(RegionFiles.text(lists, "authority"));
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
                && !strangers.isPerson(words, at, at + 1);
    }

    /** The place after «округ», or 0. */
    private int districtFollows(List<Word> words, int at) {
        for (int i = at + 1; i <= at + DISTRICT_REACH && i < words.size(); i++) {
            String w = words.get(i).plain();
            boolean shortened = w.equals("р") && i + 1 < words.size() && isEndOfShort(words.get(i + 1));
            if (shortened || district.has(w)) {
                int next = shortened ? i + 2 : i + 1;
                // «муниципальный округ»: the second word belongs to it
                return next < words.size() && district.has(words.get(next).plain()) ? next + 1 : next;
            }
            // only another district may stand between: «в Курском и Степновском районах»
            if (!w.equals("и") && !DISTRICT_NAME.matcher(w).matches()) {
                return 0;
            }
        }
        return 0;
    }

    private static boolean isEndOfShort(Word w) {
        return w.plain().startsWith("н") || w.plain().endsWith("н");
    }
}
