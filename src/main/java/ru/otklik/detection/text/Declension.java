package ru.otklik.detection.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The forms that the name of a place takes in a sentence: «Кочубеевское», «в Кочубеевском», «из Кочубеевского». */
public final class Declension {

    private record Pattern(String ending, List<String> forms) {}

    /** The longest fitting ending comes first. */
    private static final List<Pattern> PATTERNS = List.of(
            new Pattern("ское", List.of("ское", "ского", "скому", "ским", "ском")),
            new Pattern("чье", List.of("чье", "чьего", "чьему", "чьим", "чьем")),
            new Pattern("ые", List.of("ые", "ых", "ым", "ыми")),
            new Pattern("ие", List.of("ие", "их", "им", "ими")),
            new Pattern("ое", List.of("ое", "ого", "ому", "ым", "ом")),
            new Pattern("ее", List.of("ее", "его", "ему", "им", "ем")),
            new Pattern("няя", List.of("няя", "ней", "нюю")),
            new Pattern("ая", List.of("ая", "ой", "ую", "ою")),
            new Pattern("ский", List.of("ский", "ского", "скому", "ским", "ском")),
            new Pattern("ний", List.of("ний", "него", "нему", "ним", "нем")),
            new Pattern("ый", List.of("ый", "ого", "ому", "ым", "ом")),
            new Pattern("кий", List.of("кий", "кого", "кому", "ким", "ком")),
            // «Донцова», «Ипатову» are surnames, so these forms are left out
            new Pattern("ово", List.of("ово", "ове", "овом")),
            new Pattern("ево", List.of("ево", "еве", "евом")),
            new Pattern("ино", List.of("ино", "ине", "ином")),
            new Pattern("ия", List.of("ия", "ии", "ию", "ией")),
            new Pattern("ея", List.of("ея", "еи", "ее", "ею", "еей")),
            new Pattern("ане", List.of("ане", "ан", "анам", "анами", "анах")),
            new Pattern("ля", List.of("ля", "ли", "ле", "лю", "лей")),
            new Pattern("ня", List.of("ня", "ни", "не", "ню", "ней")),
            new Pattern("ка", List.of("ка", "ки", "ке", "ку", "кой")),
            new Pattern("га", List.of("га", "ги", "ге", "гу", "гой")),
            new Pattern("ха", List.of("ха", "хи", "хе", "ху", "хой")),
            new Pattern("ца", List.of("ца", "цы", "це", "цу", "цей")),
            new Pattern("жа", List.of("жа", "жи", "же", "жу", "жей")),
            new Pattern("ча", List.of("ча", "чи", "че", "чу", "чей")),
            new Pattern("а", List.of("а", "ы", "е", "у", "ой")),
            new Pattern("ки", List.of("ки", "ков", "кам", "ками", "ках", "ок")),
            new Pattern("ли", List.of("ли", "лей", "лям", "лями", "лях")),
            new Pattern("цы", List.of("цы", "цев", "цам", "цами", "цах")),
            new Pattern("ины", List.of("ины", "иных", "ин", "иным", "иными")),
            new Pattern("ы", List.of("ы", "ов", "ам", "ами", "ах", "")),
            new Pattern("ель", List.of("ель", "еля", "елю", "елем", "еле")),
            new Pattern("поль", List.of("поль", "поля", "полю", "полем", "поле")),
            new Pattern("уль", List.of("уль", "уля", "улю", "улем", "уле")),
            new Pattern("ень", List.of("ень", "ни", "нью")),
            new Pattern("рь", List.of("рь", "ря", "рю", "рем", "ре")),
            new Pattern("знь", List.of("знь", "зни", "знью")),
            new Pattern("пь", List.of("пь", "пи", "пью")),
            new Pattern("ей", List.of("ей", "ея", "ею", "еем", "ее")),
            new Pattern("ец", List.of("ец", "ца", "цу", "цом", "це")),
            new Pattern("лок", List.of("лок", "лка", "лку", "лком", "лке")),
            new Pattern("мок", List.of("мок", "мка", "мку", "мком", "мке")));

    private static final List<String> CONSONANTS = List.of(
            "б", "в", "г", "д", "ж", "з", "й", "к", "л", "м", "н", "п", "р", "с", "т", "ф", "х", "ц", "ч", "ш", "щ",
            "ь");

    /** After the ending of an adjective, what its noun, or a further adjective, may end in. */
    private static final List<Pattern> AGREED = List.of(
            new Pattern("ий", CONSONANTS),
            new Pattern("ый", CONSONANTS),
            new Pattern("ая", List.of("а", "я", "ь")),
            new Pattern("ое", List.of("о", "е", "я")),
            new Pattern("ие", List.of("и", "ы", "а", "я", "е")),
            new Pattern("ого", List.of("а", "я", "ого", "его")),
            new Pattern("ому", List.of("у", "ю")),
            new Pattern("ом", List.of("е", "и", "у", "ю", "ом", "ем")),
            new Pattern("ой", List.of("ы", "и", "е", "ой", "ей", "ью")),
            new Pattern("ую", List.of("у", "ю", "ь")),
            new Pattern("им", List.of("м")),
            new Pattern("ым", List.of("м")),
            new Pattern("ими", List.of("ми")),
            new Pattern("их", CONSONANTS));

    private static final String HARD = "бвгджзклмнпрстфхцчшщ";

    private Declension() {}

    /** All forms of an adjective, of any gender: «кисловодский», «кисловодская», «предгорных». */
    public static Set<String> ofAdjective(String masculine) {
        String plain = Words.plain(masculine);
        String stem = plain.substring(0, plain.length() - 2);
        char vowel = plain.charAt(plain.length() - 2);
        Set<String> forms = new LinkedHashSet<>();
        List.of("й", "е", "м", "х", "ми").forEach(e -> forms.add(stem + vowel + e));
        List.of("ая", "ое", "ого", "ой", "ому", "ую", "ом").forEach(e -> forms.add(stem + e));
        return forms;
    }

    /** Whether a noun may be what the adjective before it is about, by their endings: «кисловодского парка», no «парку». */
    public static boolean agree(String adjective, String noun) {
        return AGREED.stream()
                .filter(a -> adjective.endsWith(a.ending()))
                .flatMap(a -> a.forms().stream())
                .anyMatch(noun::endsWith);
    }

    /** All forms of one word of a name, plain. */
    public static Set<String> forms(String word) {
        String plain = Words.plain(word);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(plain);
        for (Pattern p : PATTERNS) {
            if (plain.length() > p.ending().length() && plain.endsWith(p.ending())) {
                String stem = plain.substring(0, plain.length() - p.ending().length());
                p.forms().forEach(f -> forms.add(stem + f));
                return forms;
            }
        }
        if (plain.length() > 2 && HARD.indexOf(plain.charAt(plain.length() - 1)) >= 0) {
            List.of("а", "у", "ом", "е").forEach(f -> forms.add(plain + f));
        }
        return forms;
    }
}
