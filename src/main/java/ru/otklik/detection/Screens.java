package ru.otklik.detection;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ru.otklik.detection.Proposal.Screen;
import ru.otklik.detection.Proposal.Screening;
import ru.otklik.detection.text.Lexicon;
import ru.otklik.detection.text.Obscenity;
import ru.otklik.detection.text.Reading;
import ru.otklik.detection.text.Word;
import ru.otklik.detection.text.WordSet;
import ru.otklik.detection.text.Words;

/** Whether a message is one that is not worked on (clause 22), by screen.yml. The gravest finding wins. */
final class Screens {

    private static final int THREAT_WINDOW = 4;
    private static final int INSULT_WINDOW = 2;
    private static final int LIFE = 0;
    private static final int SELF = 1;
    private static final int OTHER = 2;
    private static final int REPORTED_WITHIN = 6;
    private static final int LITERAL_WITHIN = 8;
    /** A model alone proposes to exclude a message only from here on: an excluded complaint is worse than a kept insult. */
    private static final double SURE = 0.97;

    private final Obscenity obscenity;
    private final Lexicon threats = new Lexicon(THREAT_WINDOW);
    private final Lexicon insults = new Lexicon(INSULT_WINDOW);
    private final Pattern reported;
    private final Pattern literal;
    private final WordSet literalWords;
    private final Noise noise;

    @SuppressWarnings("unchecked")
    Screens(RegionFiles files) {
        Map<String, Object> data = files.yaml("screen.yml");
        Map<String, Object> obscene = (Map<String, Object>) data.getOrDefault("obscene", Map.of());
        obscenity = new Obscenity(
                RegionFiles.texts(obscene, "stems"),
                RegionFiles.texts(obscene, "harmless"),
                RegionFiles.texts(obscene, "masked"));
        Map<String, Object> lists = (Map<String, Object>) data.getOrDefault("threats", Map.of());
        threats.add(LIFE, RegionFiles.text(lists, "life"), 1);
        threats.add(SELF, RegionFiles.text(lists, "self"), 1);
        threats.add(OTHER, RegionFiles.text(lists, "other"), 1);
        insults.add(0, RegionFiles.text(data, "insults"), 1);
        RegionFiles.list(data, "directed").forEach(this::addDirected);
        reported = beginnings(RegionFiles.texts(data, "reported"));
        literal = beginnings(RegionFiles.texts(data, "literal"));
        literalWords = RegionFiles.words(data, "literal_words");
        noise = new Noise(data);
    }

    private void addDirected(Map<String, Object> lists) {
        for (String word : RegionFiles.text(lists, "words").split(",")) {
            for (String target : RegionFiles.text(lists, "targets").split(",")) {
                insults.add(0, target.strip() + " " + word.strip(), 1);
            }
        }
    }

    private static Pattern beginnings(List<String> list) {
        return Pattern.compile(
                list.stream().map(Words::plain).map(Pattern::quote).collect(Collectors.joining("|")));
    }

    /** @param tone how likely a model thinks it that the message is obscene, insulting or threatening */
    Screening screen(Reading reading, String text, double tone) {
        Screening byWords = screen(reading, text);
        return byWords.screen().excludes() || tone < SURE
                ? byWords
                : new Screening(Screen.INSULT, List.of("тон сообщения: %.2f".formatted(tone)));
    }

    Screening screen(Reading reading, String text) {
        List<Word> words = reading.words();
        List<Lexicon.Hit> threatening =
                threats.hits(words).stream().filter(h -> isMeant(h, words)).toList();
        List<String> found = shown(threatening.stream().filter(h -> h.owner() != OTHER), words);
        if (!found.isEmpty()) {
            return new Screening(Screen.THREAT_TO_LIFE, found);
        }
        found = shown(threatening.stream(), words);
        if (!found.isEmpty()) {
            return new Screening(Screen.THREAT, found);
        }
        found = obscenity.find(words);
        if (!found.isEmpty()) {
            return new Screening(Screen.OBSCENE, found);
        }
        found = shown(insults.hits(words).stream().filter(h -> !isLiteral(h, words)), words);
        return found.isEmpty() ? noise.screen(reading, text) : new Screening(Screen.INSULT, found);
    }

    /** Not denied («не убью») and not told of another («сосед кричит, что убьёт»). */
    private boolean isMeant(Lexicon.Hit hit, List<Word> words) {
        int at = hit.at().get(0);
        boolean denied = at > 0 && words.get(at - 1).plain().equals("не");
        // a person who wants to die is heard however it is told
        boolean told = hit.owner() != SELF && begins(reported, words, at - REPORTED_WITHIN, at);
        return !denied && !told;
    }

    private boolean isLiteral(Lexicon.Hit hit, List<Word> words) {
        int at = hit.at().get(0);
        return literalWords.has(words.get(at).plain())
                && begins(literal, words, at - LITERAL_WITHIN, at + LITERAL_WITHIN);
    }

    private static List<String> shown(Stream<Lexicon.Hit> hits, List<Word> words) {
        return hits.map(h -> h.shown(words)).distinct().toList();
    }

    private static boolean begins(Pattern beginnings, List<Word> words, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, words.size()); i++) {
            if (beginnings.matcher(words.get(i).plain()).lookingAt()) {
                return true;
            }
        }
        return false;
    }
}
