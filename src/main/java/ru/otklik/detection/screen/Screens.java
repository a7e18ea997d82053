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
import ru.otklik.detection.text.Writing;

/** Whether a message is one that is not worked on (clause 22), by screen.yml. The gravest finding wins. */
public final class Screens {

    private static final int WINDOW = 4;
    private static final List<String> THREATS = List.of("life", "self", "other");
    private static final int SELF = 1;
    private static final int OTHER = 2;
    private static final int INSULT = 3;
    /** So sure a model alone proposes to exclude any message: an excluded complaint is worse than a kept insult. */
    private static final double SURE = 0.97;
    /** It is enough where the message is rather an insult than a matter. */
    private static final double RATHER = 0.5;
    /** Of fewer words a model knows too little: «Свалкаа мусора» is no insult. */
    private static final int FEW = 3;

    private final Obscenity obscenity;
    /** One for all, so that a message is walked along once. */
    private final Lexicon lexicon = new Lexicon(WINDOW);

    private final Masks hiddenThreats;
    private final Masks hiddenInsults;
    private final Meaning meaning;
    private final Noise noise;
    private final Sureness sure;

    /**
     * What a model says of the tone.
     *
     * @param rude how likely the message is obscene, insulting or threatening
     * @param support so many rude messages it has seen
     * @param words that decided, where it is rather rude
     */
    public record Tone(double rude, int support, List<String> words) {}

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
        meaning = new Meaning(data);
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

    /**
     * @param tone empty: no model was asked
     * @param matter how likely models think it that the message is the business of an authority; empty: none was asked
     */
    public Screening screen(Reading reading, String text, Optional<Tone> tone, Optional<Double> matter) {
        Found found = screen(reading, text);
        double rude = tone.map(Tone::rude).orElse(0.0);
        boolean rather = rude >= RATHER && reading.words().size() >= FEW;
        boolean insults =
                rude >= SURE || rather && matter.filter(m -> rude >= m).isPresent();
        if (insults && !found.screen().excludes()) {
            List<String> words = tone.orElseThrow().words();
            return new Screening(Screen.INSULT, words.isEmpty() ? List.of("тон сообщения") : words, rounded(rude));
        }
        return new Screening(found.screen(), found.words(), rounded(sure.of(found.screen(), tone)));
    }

    private static Optional<Double> rounded(double share) {
        return Optional.of(Math.round(100 * share) / 100.0);
    }

    private Found screen(Reading reading, String text) {
        List<Word> words = reading.words();
        List<String> written = Writing.masked(text);
        List<Lexicon.Hit> hits = lexicon.hits(words);
        List<Lexicon.Hit> meant = hits.stream()
                .filter(h -> h.owner() < INSULT && meaning.isThreat(h, words, h.owner() == SELF, h.owner() == OTHER))
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
        Stream<Lexicon.Hit> insulting = hits.stream().filter(h -> h.owner() == INSULT && meaning.isInsult(h, words));
        found = shown(insulting, words, hiddenInsults.of(written));
        return found.isEmpty() ? noise.screen(reading, text, hits) : new Found(Screen.INSULT, found);
    }

    private static List<String> shown(Stream<Lexicon.Hit> hits, List<Word> words, List<String> hidden) {
        Stream<String> open = hits.map(h -> h.shown(words));
        return Stream.concat(open, hidden.stream()).distinct().toList();
    }
}
