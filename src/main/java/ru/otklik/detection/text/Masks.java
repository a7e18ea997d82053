package ru.otklik.detection.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words of a list that are hidden behind marks: «х*й», «п.здец», «з@режу», «ни-ху-я». */
public final class Masks {

    private static final String LOOK = "abcehijkmnoprtuxyz013467890";
    private static final String[] LIKE = {
        "а", "бвь", "с", "е", "нх", "и", "й", "к", "м", "нп", "о", "р", "гр", "т", "уи", "х", "у", "з", "о", "ийл",
        "зеэ", "ч", "б", "т", "в", "яд", "о"
    };
    private static final String SEPARATES = ".-_'’|";
    private static final String HIDES = "*@#$%&^~+=!×✱•…";
    private static final int SHORTEST = 3;
    private static final int LONGEST = 24;
    private static final int LOOKED_AT = 20_000;

    private final Map<Character, List<String>> byFirst = new HashMap<>();

    public Masks(List<String> words) {
        words.stream()
                .map(Words::plain)
                .forEach(w -> byFirst.computeIfAbsent(w.charAt(0), c -> new ArrayList<>())
                        .add(w));
    }

    /** What is written in a text with marks or strange letters amid Russian ones, in lower case. */
    public static List<String> in(String text) {
        List<String> found = new ArrayList<>(2);
        int end = Math.min(text.length(), LOOKED_AT);
        int at = 0;
        while (at < end) {
            if (!Character.isLetterOrDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int from = at;
            boolean plain = true;
            while (at < end && belongs(text, at)) {
                plain &= isRussian(text.charAt(at));
                at++;
            }
            if (!plain && isRussian(text.charAt(from))) {
                add(text.substring(from, at), found);
            }
        }
        return found;
    }

    private static void add(String written, List<String> found) {
        String token = written.toLowerCase(Locale.ROOT).replace('ё', 'е');
        int end = token.length();
        while ((SEPARATES + "!…").indexOf(token.charAt(end - 1)) >= 0) {
            end--;
        }
        String trimmed = token.substring(0, end);
        boolean marked = trimmed.chars().anyMatch(c -> !isRussian((char) c));
        if (marked && end >= SHORTEST && end <= LONGEST && visible(trimmed) > 1) {
            found.add(trimmed);
        }
    }

    private static boolean belongs(String text, int at) {
        char c = text.charAt(at);
        if (isRussian(c) || Character.isLetterOrDigit(c)) {
            return true;
        }
        if (c <= ' ' || c == ',') {
            return false;
        }
        // «&nbsp;» is no mask
        boolean entity = c == '&' && at + 1 < text.length() && text.charAt(at + 1) < 128;
        return !entity && (SEPARATES.indexOf(c) >= 0 || HIDES.indexOf(c) >= 0);
    }

    static boolean isRussian(char c) {
        return c >= 'А' && c <= 'я' || c == 'ё' || c == 'Ё';
    }

    private static int visible(String token) {
        return (int) token.chars().filter(c -> isRussian((char) c)).count();
    }

    static boolean isSeparated(String token) {
        return token.chars().anyMatch(c -> SEPARATES.indexOf(c) >= 0 || c == '…');
    }

    static int marks(String token) {
        return token.length() - visible(token);
    }

    /** Whether a letter may stand behind a sign. */
    static boolean may(char sign, char letter) {
        if (isRussian(sign)) {
            return sign == letter;
        }
        int look = LOOK.indexOf(sign);
        return look >= 0 ? LIKE[look].indexOf(letter) >= 0 : !Character.isLetterOrDigit(sign);
    }

    /** Those of the written that hide a word of the list. */
    public List<String> of(List<String> written) {
        return written.isEmpty()
                ? List.of()
                : written.stream().filter(this::hides).toList();
    }

    private boolean hides(String token) {
        // too little is seen of «б.я» to know
        boolean seen = visible(token) >= SHORTEST || !isSeparated(token) || token.endsWith("й");
        return seen && byFirst.getOrDefault(token.charAt(0), List.of()).stream().anyMatch(w -> fits(token, 0, w, 0));
    }

    private static boolean fits(String token, int i, String word, int j) {
        if (i == token.length()) {
            return j == word.length();
        }
        char c = token.charAt(i);
        if (isRussian(c) && j > 0 && word.charAt(j - 1) == c && fits(token, i + 1, word, j)) {
            return true; // a stretched letter
        }
        if (!Character.isLetterOrDigit(c)) {
            return fitsMarks(token, i, word, j);
        }
        return j < word.length() && may(c, word.charAt(j)) && fits(token, i + 1, word, j + 1);
    }

    private static boolean fitsMarks(String token, int i, String word, int j) {
        int end = i;
        while (end < token.length() && !Character.isLetterOrDigit(token.charAt(end))) {
            end++;
        }
        boolean many = end - i > 1 || token.charAt(i) == '*' || token.charAt(i) == '…';
        int most = many ? word.length() : Math.min(j + 1, word.length());
        for (int k = j; k <= most; k++) {
            if (fits(token, end, word, k)) {
                return true;
            }
        }
        return false;
    }
}
