package ru.otklik.detection.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;

/** Obscene words: by root, spaced out («б л я») and starred («х*й»). */
public final class Obscenity {

    private static final int SHORTEST_SPACED = 3;

    private final CharacterRunAutomaton stems;
    private final Beginnings harmless = new Beginnings();
    private final List<String> masked;

    /**
     * @param stems expressions that fit a whole word, in the language of Lucene's {@link RegExp}: read in one walk along
     *     the word, whatever it is
     * @param harmless beginnings of words that only look obscene
     * @param masked words that asterisks may hide
     */
    public Obscenity(List<String> stems, List<String> harmless, List<String> masked) {
        Automaton any = new RegExp(String.join("|", stems), RegExp.NONE).toAutomaton();
        this.stems = new CharacterRunAutomaton(Operations.determinize(any, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
        harmless.forEach(h -> this.harmless.put(h, () -> 1));
        this.masked = masked.stream().map(Words::plain).toList();
    }

    public List<String> find(List<Word> words) {
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
        return stems.run(plain) && !harmless.begin(plain);
    }
}
