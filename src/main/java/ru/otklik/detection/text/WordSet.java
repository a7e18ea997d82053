package ru.otklik.detection.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A list of words with commas: {@code слово} this form, {@code слов*} a beginning. */
public final class WordSet {

    private final Set<String> words = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();

    public WordSet(String list) {
        for (String entry : list.split(",")) {
            String e = entry.strip();
            if (e.endsWith("*")) {
                beginnings.add(Words.plain(e.substring(0, e.length() - 1)));
            } else if (!e.isEmpty()) {
                words.add(Words.plain(e));
            }
        }
    }

    public boolean has(String plain) {
        if (words.contains(plain)) {
            return true;
        }
        for (int n = 2; n <= plain.length(); n++) {
            if (beginnings.contains(plain.substring(0, n))) {
                return true;
            }
        }
        return false;
    }

    /** Whether any of the words from one place to before another is in the list. */
    public boolean hasAnyOf(List<Word> message, int from, int to) {
        int end = Math.min(to, message.size());
        return from < end && message.subList(Math.max(0, from), end).stream().anyMatch(w -> has(w.plain()));
    }

    /** The words of a message less the names that follow words of this list: «улица Железнодорожная». */
    public List<Word> withoutNamesAfter(List<Word> words) {
        List<Word> kept = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            boolean name =
                    i > 0 && words.get(i).capital() && has(words.get(i - 1).plain());
            if (!name) {
                kept.add(words.get(i));
            }
        }
        return kept;
    }
}
