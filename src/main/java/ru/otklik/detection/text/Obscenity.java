package ru.otklik.detection.text;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;

/** Obscene words: by root, stretched («хууй»), spaced out («б л я», «пи здец») and masked («х*й»). */
public final class Obscenity {

    private static final int SHORTEST_SPACED = 3;
    private static final int MOST_MARKS = 2;

    private final CharacterRunAutomaton stems;
    private final Beginnings harmless = new Beginnings();
    private final Set<String> torn;
    private final Masks masks;

    /**
     * @param stems expressions that fit a whole word, in the language of Lucene's {@link RegExp}: read in one walk along
     *     the word, whatever it is
     * @param harmless beginnings of words that only look obscene
     * @param torn beginnings that a space tears off
     * @param masked words that signs may hide
     */
    public Obscenity(List<String> stems, List<String> harmless, List<String> torn, String masked) {
        Automaton any = new RegExp(String.join("|", stems), RegExp.NONE).toAutomaton();
        this.stems = new CharacterRunAutomaton(Operations.determinize(any, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
        harmless.forEach(h -> this.harmless.put(h, () -> 1));
        this.torn = Set.copyOf(torn);
        masks = new Masks(masked);
    }

    /** @param written what {@link Writing#masked} found in the same text */
    public List<String> find(List<Word> words, List<String> written) {
        Set<String> found = new LinkedHashSet<>();
        StringBuilder spaced = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            Word w = words.get(i);
            if (isObscene(w.plain())) {
                found.add(w.shown());
            } else if (i > 0 && isTorn(words.get(i - 1), w)) {
                found.add(words.get(i - 1).shown() + " " + w.shown());
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
        found.addAll(masks.of(written));
        written.stream().filter(this::mayBeObscene).forEach(found::add);
        return List.copyOf(found);
    }

    private boolean isTorn(Word before, Word w) {
        return w.plain().length() > 1
                && before.end() == ' '
                && torn.contains(before.plain())
                && isObscene(before.plain() + w.plain());
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
        if (stems.run(plain)) {
            return !harmless.begin(plain);
        }
        String once = once(plain);
        return once.length() < plain.length() && stems.run(once) && !harmless.begin(once);
    }

    private static String once(String plain) {
        StringBuilder once = null;
        for (int i = 1; i < plain.length(); i++) {
            boolean again = plain.charAt(i) == plain.charAt(i - 1);
            if (again && once == null) {
                once = new StringBuilder(plain.substring(0, i));
            } else if (!again && once != null) {
                once.append(plain.charAt(i));
            }
        }
        return once == null ? plain : once.toString();
    }

    /** Whether letters behind the signs make it obscene, one letter behind each. */
    private boolean mayBeObscene(String token) {
        if (Masks.isSeparated(token) || Masks.marks(token) > MOST_MARKS) {
            return false;
        }
        Set<Integer> states = Set.of(0);
        for (int i = 0; i < token.length() && !states.isEmpty(); i++) {
            Set<Integer> next = new HashSet<>();
            for (char letter = 'а'; letter <= 'я'; letter++) {
                if (Masks.may(token.charAt(i), letter)) {
                    for (int state : states) {
                        next.add(stems.step(state, letter));
                    }
                }
            }
            next.remove(-1);
            states = next;
        }
        return states.stream().anyMatch(stems::isAccept) && !harmless.begin(token);
    }
}
