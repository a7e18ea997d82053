package ru.otklik.detection;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ru.otklik.detection.Proposal.Screen;
import ru.otklik.detection.Proposal.Screening;
import ru.otklik.detection.text.Lexicon;
import ru.otklik.detection.text.Masks;
import ru.otklik.detection.text.Obscenity;
import ru.otklik.detection.text.Reading;
import ru.otklik.detection.text.Word;
import ru.otklik.detection.text.WordSet;
import ru.otklik.detection.text.Words;

/** Whether a message is one that is not worked on (clause 22), by screen.yml. The gravest finding wins. */
final class Screens {

    private static final int THREAT_WINDOW = 4;
    private static final int INSULT_WINDOW = 3;
    private static final int LIFE = 0;
    private static final int SELF = 1;
    private static final int OTHER = 2;
    private static final int REPORTED_WITHIN = 6;
    private static final int LITERAL_WITHIN = 8;
    private static final int HARMLESS_WITHIN = 3;
    /** A model alone proposes to exclude a message only from here on: an excluded complaint is worse than a kept insult. */
    private static final double SURE = 0.97;

    private final Obscenity obscenity;
    private final Lexicon threats = new Lexicon(THREAT_WINDOW);
    private final Lexicon insults = new Lexicon(INSULT_WINDOW);
    private final Masks hiddenThreats;
    private final Masks hiddenInsults;
    private final Pattern reported;
    private final Pattern burnt;
    private final Pattern figurative;
    private final Pattern things;
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
                RegionFiles.texts(obscene, "torn"),
                listed(obscene, "masked"));
        Map<String, Object> lists = (Map<String, Object>) data.getOrDefault("threats", Map.of());
        threats.add(LIFE, RegionFiles.text(lists, "life"), 1);
        threats.add(SELF, RegionFiles.text(lists, "self"), 1);
        threats.add(OTHER, RegionFiles.text(lists, "other"), 1);
        hiddenThreats = new Masks(listed(lists, "masked"));
        insults.add(0, RegionFiles.text(data, "insults"), 1);
        hiddenInsults = new Masks(listed(data, "insults_masked"));
        RegionFiles.list(data, "directed").forEach(this::addDirected);
        reported = beginnings(RegionFiles.texts(data, "reported"));
        figurative = beginnings(RegionFiles.texts(data, "figurative"));
        burnt = beginnings(RegionFiles.texts(data, "burnt"));
        things = beginnings(RegionFiles.texts(data, "things"));
        literal = beginnings(RegionFiles.texts(data, "literal"));
        literalWords = new WordSet(RegionFiles.text(data, "literal_words"));
        noise = new Noise(data);
    }

    private void addDirected(Map<String, Object> lists) {
        for (String word : RegionFiles.text(lists, "words").split(",")) {
            for (String target : RegionFiles.text(lists, "targets").split(",")) {
                insults.add(0, target.strip() + " " + word.strip(), 1);
            }
        }
    }

    private static List<String> listed(Map<String, Object> data, String key) {
        return Stream.of(RegionFiles.text(data, key).split(","))
                .map(String::strip)
                .toList();
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
        List<String> written = Masks.in(text);
        List<Lexicon.Hit> threatening =
                threats.hits(words).stream().filter(h -> isMeant(h, words)).toList();
        List<String> found =
                with(hiddenThreats.of(written), shown(threatening.stream().filter(h -> h.owner() != OTHER), words));
        if (!found.isEmpty()) {
            return new Screening(Screen.THREAT_TO_LIFE, found);
        }
        found = shown(threatening.stream(), words);
        if (!found.isEmpty()) {
            return new Screening(Screen.THREAT, found);
        }
        found = obscenity.find(words, written);
        if (!found.isEmpty()) {
            return new Screening(Screen.OBSCENE, found);
        }
        found = with(
                hiddenInsults.of(written),
                shown(insults.hits(words).stream().filter(h -> !isLiteral(h, words)), words));
        return found.isEmpty() ? noise.screen(reading, text) : new Screening(Screen.INSULT, found);
    }

    /** Not denied («не убью») and not told of another («сосед кричит, что убьёт»). */
    private boolean isMeant(Lexicon.Hit hit, List<Word> words) {
        int at = hit.at().get(0);
        boolean denied = at > 0 && words.get(at - 1).plain().equals("не");
        // a person who wants to die is heard however it is told
        boolean told = hit.owner() != SELF && begins(reported, words, at - REPORTED_WITHIN, at);
        // rubbish and dry grass are burnt without any threat
        int end = at + HARMLESS_WITHIN + 1;
        boolean harmless = begins(figurative, words, at - HARMLESS_WITHIN, end)
                || hit.owner() == OTHER && hit.at().size() == 1 && begins(burnt, words, at - HARMLESS_WITHIN, end);
        return !denied && !told && !harmless;
    }

    private boolean isLiteral(Lexicon.Hit hit, List<Word> words) {
        int at = hit.at().get(0);
        // «уроды-ямы» are pits
        boolean thing = hit.at().size() == 1
                && at + 1 < words.size()
                && words.get(at).end() == '-'
                && begins(things, words, at + 1, at + 2);
        return thing
                || literalWords.has(words.get(at).plain())
                        && begins(literal, words, at - LITERAL_WITHIN, at + LITERAL_WITHIN);
    }

    private static List<String> with(List<String> hidden, List<String> open) {
        return Stream.concat(open.stream(), hidden.stream()).distinct().toList();
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
