package ru.otklik.detection.place;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The street and the house that a message names, as written; no list of streets is needed for it. */
public final class Addresses {

    private static final String KIND =
            "(?:ул(?:иц[аыеу]|\\.)?|пр-?к?т\\.?|просп(?:ект[ае]?|\\.)|пер(?:еул(?:ок|ка|ке)|\\.)|пр(?:оезд[ае]?|-д\\.?)"
                    + "|б(?:ульвар[ае]?|-р\\.?)|шоссе|пл(?:ощад[ьи]|\\.)|набережн(?:ая|ой)|тупик[ае]?|мкр\\.?|микрорайон[ае]?)";
    private static final String WORD = "(?:[А-ЯЁ0-9][А-Яа-яЁё0-9-]{0,30}\\.?|лет|им\\.|имени)";
    private static final String HOUSE =
            "(?:,?\\s{0,3}(?:д(?:ом[ае]?|\\.)?\\s{0,2}|№\\s{0,2})?(\\d{1,4}(?:\\s?[/-]\\s?\\d{1,4})?\\s?[а-еА-Е]?)(?![\\d\\p{L}]))";
    /** «ул. 50 лет Октября, д. 12а», «проспект Карла Маркса 5» */
    private static final Pattern KIND_FIRST = Pattern.compile("(?iu:" + KIND + ")(?:(?<=\\.)|(?!\\p{L}))\\s{0,3}(?:"
            + WORD + "\\s)?(?:" + WORD + "\\s)?" + "[А-ЯЁ][А-Яа-яЁё-]{1,30}" + HOUSE + "?");
    /** «ул ленина 15»: without a capital a name counts only between a short kind and a house */
    private static final Pattern SMALL = Pattern.compile(
            "(?iu:ул|пр-т|просп|пер|мкр|б-р)(?:\\.\\s{0,2}|\\s)(?:\\d{1,3}\\sлет\\s)?(?:[а-яё]{3,30}\\s)?[а-яё][а-яё-]{2,30}"
                    + HOUSE);
    /** «на Пушкина 15», «по Гагарина, д. 3» */
    private static final Pattern AFTER_ON = Pattern.compile("(?:[Нн]а|[Пп]о)\\s[А-ЯЁ][А-Яа-яЁё-]{2,30}" + HOUSE);

    private static final List<Pattern> PATTERNS = List.of(KIND_FIRST, AFTER_ON, SMALL);
    /** What an address begins with; to try a pattern at each letter is dear. */
    private static final String FIRST_LETTERS = "упбшнтмУПБШНТМ";

    private static final int LOOKED_AT = 10_000;

    private Addresses() {}

    /** The first that names a house, else the first street. */
    public static Optional<String> find(String text) {
        String start = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
        List<Matcher> matchers = PATTERNS.stream().map(p -> p.matcher(start)).toList();
        Optional<String> street = Optional.empty();
        for (int at = 0; at < start.length(); at++) {
            boolean begins = FIRST_LETTERS.indexOf(start.charAt(at)) >= 0
                    && (at == 0 || !Character.isLetter(start.charAt(at - 1)));
            if (!begins) {
                continue;
            }
            for (Matcher m : matchers) {
                if (!m.region(at, start.length()).lookingAt()) {
                    continue;
                }
                if (m.group(1) != null) {
                    return Optional.of(shown(m.group()));
                }
                street = street.or(() -> Optional.of(shown(m.group())));
            }
        }
        return street;
    }

    private static String shown(String found) {
        return found.strip().replaceFirst("^(?:[Нн]а|[Пп]о)\\s", "").replaceAll("\\s+", " ");
    }
}
