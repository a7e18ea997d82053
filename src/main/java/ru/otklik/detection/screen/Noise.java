package ru.otklik.detection.screen;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import ru.otklik.detection.Proposal.Screen;
import ru.otklik.detection.RegionFiles;
import ru.otklik.detection.screen.Screens.Found;
import ru.otklik.detection.text.Lexicon;
import ru.otklik.detection.text.Reading;
import ru.otklik.detection.text.Word;
import ru.otklik.detection.text.Writing;

/** What is no message to the authorities at all: advertising, flood; and what is not in Russian. */
final class Noise {

    private static final double ADVERTISES = 3;
    private static final double HAS_MARK = 1;
    private static final int SHORT = 40;
    private static final double FOR_A_WORD = 0.05;
    private static final int MANY_WORDS = 12;
    private static final double SAME_WORDS = 0.2;
    private static final int MANY_EMOJI = 10;
    private static final int LOOKED_AT = 5_000;

    private final int advertising;
    private final int subject;
    private final List<Pattern> marks;

    /** @param owner the first that is free in the lexicon */
    Noise(Map<String, Object> data, Lexicon lexicon, int owner) {
        advertising = owner;
        subject = owner + 1;
        lexicon.add(advertising, RegionFiles.text(data, "advertising"), 1);
        lexicon.add(subject, RegionFiles.text(data, "not_advertising"), 1);
        marks = RegionFiles.texts(data, "advertising_marks").stream()
                .map(m -> Pattern.compile(m, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .toList();
    }

    Found screen(Reading reading, String text, List<Lexicon.Hit> heard) {
        List<Word> words = reading.words();
        List<String> found = advertised(reading, text, heard);
        if (!found.isEmpty()) {
            return new Found(Screen.ADVERTISING, found);
        }
        found = flooded(words, reading.features().emoji());
        if (!found.isEmpty()) {
            return new Found(Screen.FLOOD, found);
        }
        found = Writing.foreign(text);
        return new Found(found.isEmpty() ? Screen.CLEAN : Screen.FOREIGN, found);
    }

    private List<String> advertised(Reading reading, String text, List<Lexicon.Hit> heard) {
        List<Word> words = reading.words();
        // a long letter has a little of everything
        double enough = ADVERTISES + Math.max(0, words.size() - SHORT) * FOR_A_WORD;
        if (heard.isEmpty() || heard.stream().anyMatch(h -> h.owner() == subject)) {
            return List.of();
        }
        List<Lexicon.Hit> hits =
                heard.stream().filter(h -> h.owner() == advertising).toList();
        double sum = weight(hits) + (reading.features().links().isEmpty() ? 0 : HAS_MARK);
        boolean advertises = !hits.isEmpty()
                && sum + HAS_MARK * marks.size() >= enough
                && (sum >= enough || sum + marked(text) >= enough);
        return advertises ? hits.stream().map(h -> h.shown(words)).distinct().toList() : List.of();
    }

    private double marked(String text) {
        String looked = text.substring(0, Math.min(LOOKED_AT, text.length()));
        return HAS_MARK * marks.stream().filter(m -> m.matcher(looked).find()).count();
    }

    /** Every word speaks once, in its strongest phrase. */
    private static double weight(List<Lexicon.Hit> hits) {
        if (hits.isEmpty()) {
            return 0;
        }
        Set<Integer> heard = new HashSet<>();
        double sum = 0;
        for (Lexicon.Hit hit : hits.stream()
                .sorted(Comparator.comparingDouble(Lexicon.Hit::weight).reversed())
                .toList()) {
            sum += heard.addAll(hit.at()) ? hit.weight() : 0;
        }
        return sum;
    }

    private static List<String> flooded(List<Word> words, int emoji) {
        if (emoji >= MANY_EMOJI && words.size() <= 1) {
            return List.of("символов: " + emoji);
        }
        if (words.size() < MANY_WORDS) {
            return List.of();
        }
        Map<String, Integer> counts = new HashMap<>();
        words.forEach(w -> counts.merge(w.plain(), 1, Integer::sum));
        if (counts.size() > words.size() * SAME_WORDS) {
            return List.of();
        }
        // a long letter too has few different words for its length: only one that is said over and over counts
        return counts.entrySet().stream()
                .filter(e -> e.getValue() * 4 >= words.size())
                .map(e -> e.getKey() + " ×" + e.getValue())
                .toList();
    }
}
