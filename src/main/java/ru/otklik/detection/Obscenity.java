package ru.otklik.detection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ru.otklik.detection.text.Word;
import ru.otklik.detection.text.Words;

/** Obscene words: by root, spaced out («б л я») and starred («х*й»). */
final class Obscenity {

    private static final int SHORTEST_SPACED = 3;

    private final Pattern stems;
    private final Pattern harmless;
    private final List<String> masked;

    Obscenity(Map<String, Object> lists) {
        stems = Pattern.compile(String.join("|", RegionFiles.texts(lists, "stems")));
        harmless = Pattern.compile(RegionFiles.texts(lists, "harmless").stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
        masked = RegionFiles.texts(lists, "masked").stream().map(Words::plain).toList();
    }

    List<String> find(List<Word> words) {
        Set<String> found = new LinkedHashSet<>();
        StringBuilder spaced = new StringBuilder();
        for (Word w : words) {
            if (isObscene(w.plain())) {
                found.add(w.shown());
            }
            boolean letter =
                    w.plain().length() == 1 && Character.isLetter(w.plain().charAt(0));
            if (letter) {
                spaced.append(w.plain());
            } else {
                addSpaced(spaced, found);
            }
        }
        addSpaced(spaced, found);
        return List.copyOf(found);
    }

    private void addSpaced(StringBuilder letters, Set<String> found) {
        // a preposition may stand before the spaced word: «и б л я»
        for (int from = 0; from <= 1 && letters.length() - from >= SHORTEST_SPACED; from++) {
            String joined = letters.substring(from);
            if (isObscene(joined)) {
                found.add(String.join(" ", joined.split("")));
                break;
            }
        }
        letters.setLength(0);
    }

    private boolean isObscene(String plain) {
        if (plain.indexOf('*') > 0) {
            Pattern shape = Pattern.compile(Pattern.quote(plain).replaceAll("\\*+", "\\\\E.+\\\\Q"));
            return masked.stream().anyMatch(m -> shape.matcher(m).matches());
        }
        return stems.matcher(plain).matches() && !harmless.matcher(plain).lookingAt();
    }
}
