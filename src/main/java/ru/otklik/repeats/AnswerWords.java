package ru.otklik.repeats;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts as the search takes them. */
final class AnswerWords {

    private static final int LONGEST = 8_000;
    private static final int WORDS = 60;
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
    /** Whom one greets does not make it another answer. */
    private static final Pattern GREETING =
            Pattern.compile("^\\s*(здравствуйте|добрый (день|вечер)|доброе утро|уважаем)[^!.\\n]*[!.\\n]");

    private AnswerWords() {}

    static String all(String text) {
        return words(text, " ", Integer.MAX_VALUE);
    }

    /** As a query; empty for a text without words. */
    static String anyOf(String text) {
        return words(text, " | ", WORDS);
    }

    /** Lower case here: a database of the language C knows no Russian capitals. Letters alone make a safe query. */
    private static String words(String text, String between, int most) {
        return Arrays.stream(NO_LETTER.split(plain(text)))
                .filter(w -> w.length() > 2)
                .distinct()
                .limit(most)
                .collect(Collectors.joining(between));
    }

    /** Equal for the same answer, whomever it greets. */
    static byte[] letters(String answer) {
        String said = GREETING.matcher(plain(answer)).replaceFirst("");
        try {
            return MessageDigest.getInstance("MD5")
                    .digest(NO_LETTER.matcher(said).replaceAll("").getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST))
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е');
    }
}
