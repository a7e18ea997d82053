package ru.otklik.detection.repeats;

import java.util.Set;

/** A text as the set of its pieces of five letters, hashed; letters put right, greetings and marks left out. */
final class Shingles {

    private static final int LENGTH = 5;
    /** What stands beyond decides nothing more, and a hostile megabyte costs no more than a long letter. */
    private static final int LONGEST = 8_000;

    /** They open half of all messages, so they would make short strangers alike. */
    private static final Set<String> GREETINGS = Set.of(
            "здравствуйте",
            "здраствуйте",
            "добрый",
            "доброго",
            "доброе",
            "день",
            "вечер",
            "утро",
            "дня",
            "времени",
            "суток",
            "привет",
            "приветствую",
            "уважаемые",
            "уважаемый",
            "уважаемая",
            "пожалуйста",
            "спасибо");

    private Shingles() {}

    /** Hashes, some of them repeated; none for a text without a letter or digit. */
    static int[] of(String text) {
        StringBuilder plain = plain(text);
        if (plain.isEmpty()) {
            return new int[0];
        }
        int count = Math.max(1, plain.length() - LENGTH + 1);
        int[] hashes = new int[count];
        for (int i = 0; i < count; i++) {
            int h = 0;
            for (int j = i; j < Math.min(i + LENGTH, plain.length()); j++) {
                h = h * 0x01000193 + plain.charAt(j);
            }
            hashes[i] = mixed(h);
        }
        return hashes;
    }

    private static StringBuilder plain(String text) {
        StringBuilder out = new StringBuilder();
        StringBuilder whole = new StringBuilder();
        int end = Math.min(text.length(), LONGEST);
        int from = 0;
        for (int i = 0; i <= end; i++) {
            if (i < end && Character.isLetterOrDigit(text.charAt(i))) {
                continue;
            }
            if (i > from) {
                String word = text.substring(from, i)
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace('ё', 'е');
                append(whole, word);
                if (!GREETINGS.contains(word)) {
                    append(out, word);
                }
            }
            from = i + 1;
        }
        return out.isEmpty() ? whole : out;
    }

    private static void append(StringBuilder out, String word) {
        out.append(out.isEmpty() ? "" : " ").append(word);
    }

    private static int mixed(int h) {
        int x = h;
        x = (x ^ x >>> 16) * 0x7feb352d;
        x = (x ^ x >>> 15) * 0x846ca68b;
        return x ^ x >>> 16;
    }
}
