package ru.otklik.detection.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a text is written, letter by letter: with marks amid letters, in another alphabet. */
public final class Writing {

    static final String SEPARATES = ".-_'’|";
    private static final String HIDES = "*@#$%&^~+=!×✱•…";
    private static final int SHORTEST = 3;
    private static final int LONGEST = 24;
    private static final int LOOKED_AT = 20_000;
    private static final int LETTERS_LOOKED_AT = 5_000;
    private static final int ENOUGH_LETTERS = 15;
    private static final double RUSSIAN = 0.4;
    private static final double OTHER_CYRILLIC = 0.02;
    private static final int OTHER_LETTERS = 3;

    private Writing() {}

    /** What is written in a text with marks or strange letters amid Russian ones, in lower case. */
    public static List<String> masked(String text) {
        List<String> found = new ArrayList<>(2);
        int end = Math.min(text.length(), LOOKED_AT);
        int at = 1;
        while (at < end) {
            char c = text.charAt(at);
            // most of a text is letters and spaces
            if (c == ' ' || isRussian(c) || !isRussian(text.charAt(at - 1)) || !belongs(text, at)) {
                at++;
                continue;
            }
            int from = at;
            while (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1))) {
                from--;
            }
            while (at < end && belongs(text, at)) {
                at++;
            }
            add(text.substring(from, at), found);
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

    static int visible(String token) {
        return (int) token.chars().filter(c -> isRussian((char) c)).count();
    }

    /** By letters: another alphabet, or Cyrillic letters that Russian does not have. */
    public static List<String> foreign(String text) {
        int russian = 0;
        int cyrillic = 0;
        int other = 0;
        int end = Math.min(text.length(), LETTERS_LOOKED_AT);
        boolean markup = false;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            markup = c == '<' || markup && c != '>';
            if (isRussian(c)) {
                russian++;
            } else if (c >= 0x400 && c <= 0x52F) {
                cyrillic++;
            } else if (!markup && Character.isLetter(c)) {
                other++;
            }
        }
        int all = russian + cyrillic + other;
        if (all < ENOUGH_LETTERS) {
            return List.of();
        }
        if (cyrillic >= OTHER_LETTERS && cyrillic > OTHER_CYRILLIC * all) {
            return List.of("буквы, которых нет в русском: " + cyrillic);
        }
        return russian < RUSSIAN * all ? List.of("русских букв: " + 100 * russian / all + " %") : List.of();
    }
}
