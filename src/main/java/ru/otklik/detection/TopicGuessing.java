package ru.otklik.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import ru.otklik.detection.Proposal.Guess;
import ru.otklik.detection.text.Lexicon;
import ru.otklik.detection.text.Word;
import ru.otklik.detection.text.WordSet;

/** Which topics the words of a message speak for. */
final class TopicGuessing {

    private static final int WINDOW = 6;
    private static final int SHOWN = 3;
    private static final double FADE = 0.7;
    private static final double OF_GROUP = 0.5;

    private final List<Rubric.Topic> topics;
    /** Of each topic, the owner number of its group in the lexicon. */
    private final int[] groupOwner;

    private final boolean[] rest;

    private final WordSet named;
    private final Lexicon lexicon = new Lexicon(WINDOW);

    TopicGuessing(Rubric rubric, RegionFiles files) {
        named = new WordSet(RegionFiles.text(files.yaml("place-context.yml"), "named"));
        topics = rubric.topics();
        groupOwner = new int[topics.size()];
        rest = new boolean[topics.size()];
        for (int i = 0; i < topics.size(); i++) {
            lexicon.add(i, topics.get(i).words(), 1);
        }
        int owner = topics.size();
        for (Rubric.Group group : rubric.groups()) {
            lexicon.add(owner, group.words(), OF_GROUP);
            rest[topics.indexOf(group.rest())] = true;
            for (Rubric.Topic topic : group.topics()) {
                groupOwner[topics.indexOf(topic)] = owner;
            }
            owner++;
        }
    }

    List<Guess> guess(List<Word> message) {
        List<Word> words = named.withoutNamesAfter(message);
        Map<Integer, List<Lexicon.Hit>> byOwner = new TreeMap<>();
        for (Lexicon.Hit hit : lexicon.hits(words)) {
            byOwner.computeIfAbsent(hit.owner(), o -> new ArrayList<>()).add(hit);
        }
        double[] scores = new double[topics.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = score(i, byOwner);
        }
        return best(scores, byOwner, words);
    }

    private double score(int topic, Map<Integer, List<Lexicon.Hit>> byOwner) {
        double own = faded(byOwner.getOrDefault(topic, List.of()));
        double shared = faded(byOwner.getOrDefault(groupOwner[topic], List.of()));
        boolean counts = own > 0 || rest[topic] && shared > 0;
        return counts ? own + shared : 0;
    }

    /** Each further word adds less, so that a long message does not win by its length. */
    private static double faded(List<Lexicon.Hit> hits) {
        List<Double> weights = hits.stream()
                .map(Lexicon.Hit::weight)
                .sorted(Comparator.reverseOrder())
                .toList();
        double sum = 0;
        double part = 1;
        for (double w : weights) {
            sum += w > 0 ? w * part : w;
            part *= FADE;
        }
        return sum;
    }

    private List<Guess> best(double[] scores, Map<Integer, List<Lexicon.Hit>> byOwner, List<Word> words) {
        double all = 0;
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > 0) {
                all += scores[i] * scores[i];
                order.add(i);
            }
        }
        order.sort(Comparator.comparingDouble((Integer i) -> -scores[i]));
        List<Guess> guesses = new ArrayList<>();
        for (int i : order.subList(0, Math.min(SHOWN, order.size()))) {
            Rubric.Topic topic = topics.get(i);
            double share = Math.round(100 * scores[i] * scores[i] / all) / 100.0;
            guesses.add(new Guess(topic.code(), topic.title(), share, because(i, byOwner, words)));
        }
        return List.copyOf(guesses);
    }

    private List<String> because(int topic, Map<Integer, List<Lexicon.Hit>> byOwner, List<Word> words) {
        List<Lexicon.Hit> hits = new ArrayList<>(byOwner.getOrDefault(topic, List.of()));
        hits.addAll(byOwner.getOrDefault(groupOwner[topic], List.of()));
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
