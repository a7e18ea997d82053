package ru.otklik.detection.screen;

import java.util.List;
import java.util.Map;
import ru.otklik.detection.RegionFiles;
import ru.otklik.detection.text.Lexicon;
import ru.otklik.detection.text.Word;
import ru.otklik.detection.text.WordSet;

/** Whether words of a threat or an insult are meant so, by the words around them. */
final class Meaning {

    private static final int AROUND = 4;
    private static final int REPORTED_WITHIN = 6;
    private static final int LITERAL_WITHIN = 8;

    private final WordSet reported;
    private final WordSet burnt;
    private final WordSet figurative;
    private final WordSet literal;
    private final WordSet things;
    private final WordSet literalWords;

    /** @param data screen.yml */
    Meaning(Map<String, Object> data) {
        reported = RegionFiles.beginnings(data, "reported");
        figurative = RegionFiles.beginnings(data, "figurative");
        burnt = RegionFiles.beginnings(data, "burnt");
        literal = RegionFiles.beginnings(data, "literal");
        things = RegionFiles.beginnings(data, "things");
        literalWords = RegionFiles.words(data, "literal_words");
    }

    /**
     * Not denied («не убью»), not told of another («сосед кричит, что убьёт»), and no burning of dry grass.
     *
     * @param self of the author himself: who wants to die is heard however it is told
     * @param vague of things, or unsaid of what
     */
    boolean isThreat(Lexicon.Hit hit, List<Word> words, boolean self, boolean vague) {
        int at = hit.at().get(0);
        boolean denied = at > 0 && words.get(at - 1).plain().equals("не");
        boolean told = !self && reported.hasAnyOf(words, at - REPORTED_WITHIN, at);
        WordSet calming = vague && hit.at().size() == 1 ? burnt : figurative;
        return !denied && !told && !calming.hasAnyOf(words, at - AROUND, at + AROUND);
    }

    /** «Уроды-ямы» are pits, «уроды-чиновники» are people, and a «сука» among dogs is a dog. */
    boolean isInsult(Lexicon.Hit hit, List<Word> words) {
        int at = hit.at().get(0);
        boolean thing = words.get(at).end() == '-' && things.hasAnyOf(words, at + 1, at + 2);
        boolean animal = literalWords.has(words.get(at).plain())
                && literal.hasAnyOf(words, at - LITERAL_WITHIN, at + LITERAL_WITHIN);
        return !thing && !animal;
    }
}
