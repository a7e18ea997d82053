package ru.otklik.detection.screen;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ru.otklik.detection.PastDecisions;
import ru.otklik.detection.Proposal.Screen;
import ru.otklik.detection.Proposal.Screening;
import ru.otklik.detection.RegionFiles;
import ru.otklik.detection.text.Lexicon;
import ru.otklik.detection.text.Masks;
import ru.otklik.detection.text.Obscenity;
import ru.otklik.detection.text.Reading;
import ru.otklik.detection.text.Word;
import ru.otklik.detection.text.WordSet;
import ru.otklik.detection.text.Writing;

/** Whether a message is one that is not worked on (clause 22), by screen.yml. The gravest finding wins. */
public final class Screens {

    private static final int WINDOW = 4;
    private static final List<String> THREATS = List.of("life", "self", "other");
    private static final int SELF = 1;
    private static final int OTHER = 2;
    private static final int INSULT = 3;
    private static final int REPORTED_WITHIN = 6;
    private static final int LITERAL_WITHIN = 8;
    /** A model alone proposes to exclude a message only from here on: an excluded complaint is worse than a kept insult. */
    private static final double SURE = 0.97;

    private final Obscenity obscenity;
    /** One for all, so that a message is walked along once. */
    private final Lexicon lexicon = new Lexicon(WINDOW);

    private final Masks hiddenThreats;
    private final Masks hiddenInsults;
    private final WordSet reported;
    private final WordSet burnt;
    private final WordSet figurative;
    private final WordSet literal;
    private final WordSet things;
    private final WordSet literalWords;
    private final Noise noise;
    private final Sureness sure;

    /** @param words as they stand in the message */
    record Found(Screen screen, List<String> words) {}

    @SuppressWarnings("unchecked")
    public Screens(RegionFiles files, PastDecisions past) {
        Map<String, Object> data = files.yaml("screen.yml");
        Map<String, Object> obscene = (Map<String, Object>) data.getOrDefault("obscene", Map.of());
        obscenity = new Obscenity(
                RegionFiles.texts(obscene, "stems"),
                RegionFiles.texts(obscene, "harmless"),
                RegionFiles.texts(obscene, "torn"),
                String.valueOf(obscene.getOrDefault("masked", "")));
        Map<String, Object> lists = (Map<String, Object>) data.getOrDefault("threats", Map.of());
        THREATS.forEach(t -> lexicon.add(THREATS.indexOf(t), RegionFiles.text(lists, t), 1));
        hiddenThreats = new Masks(String.valueOf(lists.getOrDefault("masked", "")));
        lexicon.add(INSULT, RegionFiles.text(data, "insults"), 1);
        hiddenInsults = new Masks(String.valueOf(data.getOrDefault("insults_masked", "")));
        RegionFiles.list(data, "directed").forEach(this::addDirected);
        reported = RegionFiles.beginnings(data, "reported");
        figurative = RegionFiles.beginnings(data, "figurative");
        burnt = RegionFiles.beginnings(data, "burnt");
        literal = RegionFiles.beginnings(data, "literal");
        things = RegionFiles.beginnings(data, "things");
        literalWords = RegionFiles.words(data, "literal_words");
        noise = new Noise(data, lexicon, INSULT + 1);
        sure = new Sureness(data, past);
    }

    private void addDirected(Map<String, Object> lists) {
        for (String word : RegionFiles.text(lists, "words").split(",")) {
            for (String target : RegionFiles.text(lists, "targets").split(",")) {
                lexicon.add(INSULT, target.strip() + " " + word.strip(), 1);
            }
        }
    }

    /** @param tone how likely a model thinks it that the message is obscene, insulting or threatening; empty: none was asked */
    public Screening screen(Reading reading, String text, Optional<Double> tone) {
        Found byWords = screen(reading, text);
        Optional<Double> alone = tone.filter(t -> t >= SURE && !byWords.screen().excludes());
        return alone.map(t -> new Screening(Screen.INSULT, List.of("тон сообщения: %.2f".formatted(t)), Optional.of(t)))
                .orElseGet(() ->
                        new Screening(byWords.screen(), byWords.words(), Optional.of(sure.of(byWords.screen(), tone))));
    }

    private Found screen(Reading reading, String text) {
        List<Word> words = reading.words();
        List<String> written = Writing.masked(text);
        List<Lexicon.Hit> hits = lexicon.hits(words);
        List<Lexicon.Hit> meant = hits.stream()
                .filter(h -> h.owner() < INSULT && isMeant(h, words))
                .toList();
        List<String> found = shown(meant.stream().filter(h -> h.owner() != OTHER), words, hiddenThreats.of(written));
        if (!found.isEmpty()) {
            return new Found(Screen.THREAT_TO_LIFE, found);
        }
        if (!meant.isEmpty()) {
            return new Found(Screen.THREAT, shown(meant.stream(), words, List.of()));
        }
        found = obscenity.find(words, written);
        if (!found.isEmpty()) {
            return new Found(Screen.OBSCENE, found);
        }
        Stream<Lexicon.Hit> insulting =
                hits.stream().filter(h -> h.owner() == INSULT && !isLiteral(h.at().get(0), words));
        found = shown(insulting, words, hiddenInsults.of(written));
        return found.isEmpty() ? noise.screen(reading, text, hits) : new Found(Screen.INSULT, found);
    }

    /** Not denied («не убью»), not told of another («сосед кричит, что убьёт»), and no burning of dry grass. */
    private boolean isMeant(Lexicon.Hit hit, List<Word> words) {
        int at = hit.at().get(0);
        boolean denied = at > 0 && words.get(at - 1).plain().equals("не");
        // a person who wants to die is heard however it is told
        boolean told = hit.owner() != SELF && reported.hasAnyOf(words, at - REPORTED_WITHIN, at);
        WordSet calming = hit.owner() == OTHER && hit.at().size() == 1 ? burnt : figurative;
        return !denied && !told && !calming.hasAnyOf(words, at - WINDOW, at + WINDOW);
    }

    /** «Уроды-ямы» are pits, «уроды-чиновники» are people, and a «сука» among dogs is a dog. */
    private boolean isLiteral(int at, List<Word> words) {
        return words.get(at).end() == '-' && things.hasAnyOf(words, at + 1, at + 2)
                || literalWords.has(words.get(at).plain())
                        && literal.hasAnyOf(words, at - LITERAL_WITHIN, at + LITERAL_WITHIN);
    }

    private static List<String> shown(Stream<Lexicon.Hit> hits, List<Word> words, List<String> hidden) {
        Stream<String> open = hits.map(h -> h.shown(words));
        return Stream.concat(open, hidden.stream()).distinct().toList();
    }
}
