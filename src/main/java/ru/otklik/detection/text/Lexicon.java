package ru.otklik.detection.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Lists of words with owners, found in one pass over a message.
 *
 * <p>The language of the lists: {@code слово} any form by its stem, {@code слов*} a beginning, {@code =слово} this form
 * only, several words near each other in any order, {@code ^2} a weight.
 */
public final class Lexicon {

    /** What was found: whose it is, how much it weighs, and the places of its words in the message. */
    public record Hit(int owner, double weight, List<Integer> at) {
        public String shown(List<Word> words) {
            StringBuilder out = new StringBuilder();
            for (int i : at) {
                out.append(out.isEmpty() ? "" : " ").append(words.get(i).shown());
            }
            return out.toString();
        }
    }

    private record Phrase(int owner, double weight, List<Integer> units) {}

    private static final int SENTENCE_GAP = 3;

    private final int window;
    private final Map<String, Integer> stems = new HashMap<>();
    private final Map<String, Integer> forms = new HashMap<>();
    private final Beginnings beginnings = new Beginnings();
    private final List<List<Phrase>> byAnchor = new ArrayList<>();

    /** @param window how many words apart the words of a phrase may stand */
    public Lexicon(int window) {
        this.window = window;
    }

    /** Adds a list with commas to an owner; weights are multiplied by the factor. */
    public void add(int owner, String list, double factor) {
        for (String entry : list.split(",")) {
            if (!entry.isBlank()) {
                addPhrase(owner, entry.strip(), factor);
            }
        }
    }

    private void addPhrase(int owner, String entry, double factor) {
        int mark = entry.indexOf('^');
        String[] parts = (mark < 0 ? entry : entry.substring(0, mark)).strip().split("[\\s-]+");
        double usual = parts.length == 1 ? 1 : parts.length == 2 ? 2.5 : 4;
        double weight = mark < 0 ? usual : Double.parseDouble(entry.substring(mark + 1));
        List<Integer> ids = new ArrayList<>(parts.length);
        int anchor = 0;
        for (int i = 0; i < parts.length; i++) {
            ids.add(unit(parts[i]));
            // the longest word is the rarest, so it is looked for first
            anchor = parts[i].length() > parts[anchor].length() ? i : anchor;
        }
        byAnchor.get(ids.get(anchor)).add(new Phrase(owner, weight * factor, List.copyOf(ids)));
    }

    private int unit(String part) {
        if (part.endsWith("*")) {
            return beginnings.put(Words.plain(part.substring(0, part.length() - 1)), this::newUnit);
        }
        if (part.startsWith("=")) {
            return forms.computeIfAbsent(Words.plain(part.substring(1)), k -> newUnit());
        }
        return stems.computeIfAbsent(Words.stemOf(Words.plain(part)), k -> newUnit());
    }

    private int newUnit() {
        byAnchor.add(new ArrayList<>());
        return byAnchor.size() - 1;
    }

    public List<Hit> hits(List<Word> words) {
        Map<Integer, List<Integer>> seen = seen(words);
        int[] place = places(words);
        List<Hit> hits = new ArrayList<>();
        seen.forEach((unit, at) -> {
            for (Phrase phrase : byAnchor.get(unit)) {
                if (phrase.units().size() == 1) {
                    hits.add(new Hit(phrase.owner(), phrase.weight(), List.of(at.get(0))));
                } else if (seen.keySet().containsAll(phrase.units())) {
                    find(phrase, at, seen, place, hits);
                }
            }
        });
        return hits;
    }

    private void find(
            Phrase phrase, List<Integer> anchors, Map<Integer, List<Integer>> seen, int[] place, List<Hit> hits) {
        for (int anchor : anchors) {
            Collection<Integer> at = new TreeSet<>();
            for (Integer unit : phrase.units()) {
                int near = nearest(seen.getOrDefault(unit, List.of()), anchor, place);
                if (near >= 0) {
                    at.add(near);
                }
            }
            if (at.size() == phrase.units().size()) {
                hits.add(new Hit(phrase.owner(), phrase.weight(), List.copyOf(at)));
                return;
            }
        }
    }

    /** Candidates rise, and their places with them, so only the neighbours of the anchor are looked at. */
    private int nearest(List<Integer> candidates, int anchor, int[] place) {
        int found = Collections.binarySearch(candidates, anchor);
        if (found >= 0) {
            return anchor;
        }
        int after = -found - 1;
        int best = -1;
        int distance = window + 1;
        for (int i = Math.max(0, after - 1); i <= Math.min(after, candidates.size() - 1); i++) {
            int d = Math.abs(place[candidates.get(i)] - place[anchor]);
            if (d < distance) {
                best = candidates.get(i);
                distance = d;
            }
        }
        return best;
    }

    private static int[] places(List<Word> words) {
        int[] place = new int[words.size()];
        int gap = 0;
        for (int i = 0; i < place.length; i++) {
            place[i] = i + gap;
            gap += words.get(i).endsSentence() ? SENTENCE_GAP : 0;
        }
        return place;
    }

    private Map<Integer, List<Integer>> seen(List<Word> words) {
        Map<Integer, List<Integer>> seen = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            Word w = words.get(i);
            note(seen, stems.get(w.stem()), i);
            note(seen, forms.get(w.plain()), i);
            int at = i;
            beginnings.of(w.plain(), unit -> note(seen, unit, at));
        }
        return seen;
    }

    private static void note(Map<Integer, List<Integer>> seen, @Nullable Integer unit, int at) {
        if (unit != null) {
            seen.computeIfAbsent(unit, u -> new ArrayList<>(2)).add(at);
        }
    }
}
