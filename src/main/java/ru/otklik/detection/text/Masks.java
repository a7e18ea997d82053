package ru.otklik.detection.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Words of a list that are hidden behind marks: «х*й», «п.здец», «з@режу», «ни-ху-я». */
public final class Masks {

    private static final String LOOK = "abcehijkmnoprtuxyz013467890";
    private static final String[] LIKE = {
        "а", "бвь", "с", "е", "нх", "и", "й", "к", "м", "нп", "о", "р", "гр", "т", "уи", "х", "у", "з", "о", "ийл",
        "зеэ", "ч", "б", "т", "в", "яд", "о"
    };
    private static final int SHORTEST = 3;

    private final Map<Character, List<String>> byFirst = new HashMap<>();

    /** @param list of words, with commas */
    public Masks(String list) {
        Stream.of(list.split(","))
                .map(w -> Words.plain(w.strip()))
                .filter(w -> !w.isEmpty())
                .forEach(w -> byFirst.computeIfAbsent(w.charAt(0), c -> new ArrayList<>())
                        .add(w));
    }

    static boolean isSeparated(String token) {
        return token.chars().anyMatch(c -> Writing.SEPARATES.indexOf(c) >= 0 || c == '…');
    }

    static int marks(String token) {
        return token.length() - Writing.visible(token);
    }

    /** Whether a letter may stand behind a sign. */
    static boolean may(char sign, char letter) {
        if (Writing.isRussian(sign)) {
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
        boolean seen = Writing.visible(token) >= SHORTEST || !isSeparated(token) || token.endsWith("й");
        return seen && beginning(token.charAt(0)).anyMatch(w -> fits(token, 0, w, 0));
    }

    /** «6л@ть» begins with a sign that looks like a letter. */
    private Stream<String> beginning(char first) {
        return Writing.isRussian(first)
                ? byFirst.getOrDefault(first, List.of()).stream()
                : byFirst.entrySet().stream()
                        .filter(e -> may(first, e.getKey()))
                        .flatMap(e -> e.getValue().stream());
    }

    private static boolean fits(String token, int i, String word, int j) {
        if (i == token.length()) {
            return j == word.length();
        }
        char c = token.charAt(i);
        if (Writing.isRussian(c) && j > 0 && word.charAt(j - 1) == c && fits(token, i + 1, word, j)) {
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
