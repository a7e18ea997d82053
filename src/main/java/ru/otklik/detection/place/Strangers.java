package ru.otklik.detection.place;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import ru.otklik.detection.RegionFiles;
import ru.otklik.detection.text.Word;
import ru.otklik.detection.text.WordSet;

/** Names that are somebody's, or of a place in another region. */
final class Strangers {

    private static final Pattern PATRONYMIC = Pattern.compile(
            ".{2,}(ович|евич|овича|евича|овичу|евичу|[оеи]вн(а|ы|е|у|ой)|ичн(а|ы|е|у|ой)|ильич|ильича|кузьмич)");
    private static final Pattern OF_ANOTHER = Pattern.compile(".*(а|я|и|ы|ой|ого|санкт)");
    private static final Pattern INITIAL = Pattern.compile("[а-я]");
    private static final String DISTRICT = "район";
    private static final String KRAI = "кра";
    private static final int TITLE_BEFORE = 4;

    private final WordSet person;
    private final WordSet title;
    private final WordSet region;
    private final WordSet ours;
    private final WordSet inside;

    Strangers(Map<String, Object> lists) {
        person = RegionFiles.words(lists, "person");
        title = RegionFiles.words(lists, "title");
        region = RegionFiles.words(lists, "region");
        ours = RegionFiles.words(lists, "ours");
        inside = RegionFiles.words(lists, "inside");
    }

    /** «Надежда Ивановна», «Иван Козлов», «А. С. Родионов». */
    boolean isPerson(List<Word> words, int at, int next) {
        if (next < words.size() && words.get(next - 1).end() == ' ' && isPersonal(words.get(next))) {
            return true;
        }
        if (at == 0) {
            return false;
        }
        Word before = words.get(at - 1);
        boolean initial = before.end() == '.'
                && Character.isUpperCase(before.shown().charAt(0))
                && INITIAL.matcher(before.plain()).matches();
        return initial || before.end() == ' ' && isPersonal(before);
    }

    /** «Прасковея Ильинична» */
    boolean isPatronymic(List<Word> words, int next) {
        return next < words.size()
                && words.get(next - 1).end() == ' '
                && words.get(next).capital()
                && PATRONYMIC.matcher(words.get(next).plain()).matches();
    }

    private boolean isPersonal(Word w) {
        return w.capital()
                && (person.has(w.plain()) || PATRONYMIC.matcher(w.plain()).matches());
    }

    boolean isOurs(Word w) {
        return ours.has(w.plain()) || inside.has(w.plain());
    }

    /** «глава округа Родионов»: an office is named shortly before. */
    boolean isTitled(List<Word> words, int at) {
        for (int i = at - 1; i >= Math.max(0, at - TITLE_BEFORE); i--) {
            if (words.get(i).endsSentence() || words.get(i).end() == ',') {
                return false;
            }
            if (title.has(words.get(i).plain())) {
                return true;
            }
        }
        return false;
    }

    /** «Михайловск Свердловской области»: the region that follows is not this one. */
    boolean isElsewhere(List<Word> words, int next) {
        boolean district =
                next + 1 < words.size() && words.get(next + 1).plain().startsWith(DISTRICT);
        for (int i = next; i < Math.min(words.size(), next + (district ? 5 : 3)); i++) {
            String w = words.get(i).plain();
            if (region.has(w)) {
                String before = i > next ? words.get(i - 1).plain() : "";
                // «тоже край»: which one is not said
                boolean unsaid = w.startsWith(KRAI)
                        && !Districts.DISTRICT_NAME.matcher(before).matches();
                return !unsaid && !ours.has(before);
            }
            if (words.get(i - 1).endsSentence() && words.get(i - 1).end() != '.') {
                return false;
            }
        }
        return false;
    }

    /** «Кировский район Волгограда»: a district of a city that is none of ours. */
    boolean isOfAnotherCity(List<Word> words, int next, PlaceNames names) {
        if (next >= words.size() || words.get(next - 1).end() != ' ') {
            return false;
        }
        Word w = words.get(next);
        return w.capital()
                && w.plain().length() > 3
                && OF_ANOTHER.matcher(w.plain()).matches()
                && !ours.has(w.plain())
                && !inside.has(w.plain())
                && names.at(words, next).isEmpty();
    }
}
