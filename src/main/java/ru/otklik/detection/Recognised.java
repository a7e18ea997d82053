package ru.otklik.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ru.otklik.detection.Proposal.Guess;
import ru.otklik.detection.text.Lexicon;
import ru.otklik.detection.text.Word;

/**
 * The topics that the words of a message speak for.
 *
 * @param topics the best first
 */
record Recognised(List<Scored> topics, List<Word> words) {

    private static final int SHOWN = 3;
    private static final int SIGNS = 8;

    /** @param hits the words that spoke for it or for its group */
    record Scored(Rubric.Topic topic, double score, List<Lexicon.Hit> hits) {}

    boolean isEmpty() {
        return topics.isEmpty();
    }

    List<Guess> guesses() {
        double all = topics.stream().mapToDouble(t -> t.score() * t.score()).sum();
        return topics.stream()
                .limit(SHOWN)
                .map(t -> new Guess(
                        t.topic().code(),
                        t.topic().title(),
                        Math.round(100 * t.score() * t.score() / all) / 100.0,
                        because(t)))
                .toList();
    }

    /** What a model may make something of, whatever its own topics are. */
    List<String> signs() {
        return signs(topics.stream().limit(SIGNS).map(Scored::topic).toList());
    }

    static List<String> signs(List<Rubric.Topic> best) {
        Set<String> signs = new LinkedHashSet<>();
        best.stream().limit(1).forEach(t -> signs.add("best " + t.code()));
        best.forEach(t -> {
            signs.add(t.code());
            signs.add(t.group());
        });
        return List.copyOf(signs);
    }

    private List<String> because(Scored topic) {
        List<Lexicon.Hit> hits = new ArrayList<>(topic.hits());
        hits.removeIf(h -> h.weight() <= 0);
        hits.sort(Comparator.comparingDouble(h -> -h.weight()));
        Set<String> shown = new LinkedHashSet<>();
        Set<Integer> used = new LinkedHashSet<>();
        for (Lexicon.Hit hit : hits) {
            // a word inside a phrase that is already shown says nothing more
            if (!used.containsAll(hit.at()) && shown.size() < SHOWN) {
                shown.add(hit.shown(words));
                used.addAll(hit.at());
            }
        }
        return List.copyOf(shown);
    }
}
