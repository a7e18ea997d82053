package ru.otklik.detection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ru.otklik.detection.Proposal.Screen;
import ru.otklik.detection.Proposal.Screening;
import ru.otklik.detection.text.Lexicon;
import ru.otklik.detection.text.Reading;
import ru.otklik.detection.text.Word;

/** What is no message to the authorities at all: advertising, flood; and what is not in Russian. */
final class Noise {

    private static final int WINDOW = 3;
    private static final double ADVERTISES = 3;
    private static final double HAS_LINK = 1;
    private static final int MANY_WORDS = 12;
    private static final double SAME_WORDS = 0.2;
    private static final int MANY_EMOJI = 10;
    private static final int LOOKED_AT = 5_000;
    private static final int ENOUGH_LETTERS = 15;
    private static final double RUSSIAN = 0.4;
    private static final double OTHER_CYRILLIC = 0.02;
    private static final int OTHER_LETTERS = 3;

    private final Lexicon advertising = new Lexicon(WINDOW);
    private final Lexicon subject = new Lexicon(WINDOW);

    Noise(Map<String, Object> data) {
        advertising.add(0, RegionFiles.text(data, "advertising"), 1);
        subject.add(0, RegionFiles.text(data, "not_advertising"), 1);
    }

    Screening screen(Reading reading, String text) {
        List<Word> words = reading.words();
        List<String> found = advertised(reading);
        if (!found.isEmpty()) {
            return new Screening(Screen.ADVERTISING, found);
        }
        found = flooded(words, reading.features().emoji());
        if (!found.isEmpty()) {
            return new Screening(Screen.FLOOD, found);
        }
        found = foreign(text);
        return new Screening(found.isEmpty() ? Screen.CLEAN : Screen.FOREIGN, found);
    }

    private List<String> advertised(Reading reading) {
        List<Lexicon.Hit> hits = advertising.hits(reading.words());
        if (hits.isEmpty() || !subject.hits(reading.words()).isEmpty()) {
            return List.of();
        }
        double sum = reading.features().links().isEmpty() ? 0 : HAS_LINK;
        for (Lexicon.Hit hit : hits) {
            sum += hit.weight();
        }
        return sum < ADVERTISES
                ? List.of()
                : hits.stream().map(h -> h.shown(reading.words())).distinct().toList();
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

    /** By letters: another alphabet, or Cyrillic letters that Russian does not have. */
    private static List<String> foreign(String text) {
        int russian = 0;
        int cyrillic = 0;
        int other = 0;
        int end = Math.min(text.length(), LOOKED_AT);
        boolean markup = false;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            markup = c == '<' || markup && c != '>';
            if (c >= 'А' && c <= 'я' || c == 'ё' || c == 'Ё') {
                russian++;
            } else if (c >= 0x400 && c <= 0x52F) {
                cyrillic++;
            } else if (!markup && Character.isLetter(c)) {
                other++;
            }
        }
        int all = russian + cyrillic + other;
        if (all < ENOUGH_LETTERS) {
            return List.of();
        }
        if (cyrillic >= OTHER_LETTERS && cyrillic > OTHER_CYRILLIC * all) {
            return List.of("буквы, которых нет в русском: " + cyrillic);
        }
        return russian < RUSSIAN * all ? List.of("русских букв: " + 100 * russian / all + " %") : List.of();
    }
}
