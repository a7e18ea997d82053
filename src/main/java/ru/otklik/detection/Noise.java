package ru.otklik.detection;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import ru.otklik.detection.Proposal.Screen;
import ru.otklik.detection.Proposal.Screening;
import ru.otklik.detection.text.Lexicon;
import ru.otklik.detection.text.Reading;
import ru.otklik.detection.text.Word;
import ru.otklik.detection.text.Writing;

/** What is no message to the authorities at all: advertising, flood; and what is not in Russian. */
final class Noise {

    private static final int WINDOW = 3;
    private static final double ADVERTISES = 3;
    private static final double HAS_MARK = 1;
    private static final int SHORT = 40;
    private static final double FOR_A_WORD = 0.05;
    private static final int MANY_WORDS = 12;
    private static final double SAME_WORDS = 0.2;
    private static final int MANY_EMOJI = 10;
    private static final int LOOKED_AT = 5_000;

    private final Lexicon advertising = new Lexicon(WINDOW);
    private final Lexicon subject = new Lexicon(WINDOW);
    private final List<Pattern> marks;

    Noise(Map<String, Object> data) {
        advertising.add(0, RegionFiles.text(data, "advertising"), 1);
        subject.add(0, RegionFiles.text(data, "not_advertising"), 1);
        marks = RegionFiles.texts(data, "advertising_marks").stream()
                .map(m -> Pattern.compile(m, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .toList();
    }

    Screening screen(Reading reading, String text) {
        List<Word> words = reading.words();
        List<String> found = advertised(reading, text);
        if (!found.isEmpty()) {
            return new Screening(Screen.ADVERTISING, found);
        }
        found = flooded(words, reading.features().emoji());
        if (!found.isEmpty()) {
            return new Screening(Screen.FLOOD, found);
        }
        found = Writing.foreign(text);
        return new Screening(found.isEmpty() ? Screen.CLEAN : Screen.FOREIGN, found);
    }

    private List<String> advertised(Reading reading, String text) {
        List<Word> words = reading.words();
        List<Lexicon.Hit> hits = advertising.hits(words);
        double sum = weight(hits) + (reading.features().links().isEmpty() ? 0 : HAS_MARK);
        // a long letter has a little of everything
        double lacking = ADVERTISES + Math.max(0, words.size() - SHORT) * FOR_A_WORD - sum;
        boolean advertises = !hits.isEmpty()
                && lacking <= HAS_MARK * marks.size()
                && lacking <= marked(text)
                && subject.hits(words).isEmpty();
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
