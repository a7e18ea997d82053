package ru.otklik.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ru.otklik.detection.text.Lexicon;
import ru.otklik.detection.text.Word;
import ru.otklik.detection.text.WordSet;

/** Which topics the words of a message speak for. */
final class TopicGuessing {

    private static final int WINDOW = 6;
    private static final double FADE = 0.7;
    private static final double OF_GROUP = 0.5;

    private final List<Rubric.Topic> topics;
    /** Of each topic, the owner number of its group in the lexicon. */
    private final int[] groupOwner;

    private final boolean[] rest;

    private final WordSet named;
    private final Lexicon lexicon = new Lexicon(WINDOW);

    TopicGuessing(Rubric rubric, RegionFiles files) {
        named = RegionFiles.words(files.yaml("place-context.yml"), "named");
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

    Recognised recognise(List<Word> message) {
        List<Word> words = named.withoutNamesAfter(message);
        Map<Integer, List<Lexicon.Hit>> byOwner = new TreeMap<>();
        for (Lexicon.Hit hit : lexicon.hits(words)) {
            byOwner.computeIfAbsent(hit.owner(), o -> new ArrayList<>()).add(hit);
        }
        Map<Integer, Double> weight = new HashMap<>();
        byOwner.forEach((owner, hits) -> weight.put(owner, faded(hits)));
        List<Recognised.Scored> scored = new ArrayList<>();
        for (int i = 0; i < topics.size(); i++) {
            double score = score(i, weight);
            if (score > 0) {
                List<Lexicon.Hit> hits = new ArrayList<>(byOwner.getOrDefault(i, List.of()));
                hits.addAll(byOwner.getOrDefault(groupOwner[i], List.of()));
                scored.add(new Recognised.Scored(topics.get(i), score, hits));
            }
        }
        scored.sort(Comparator.comparingDouble(t -> -t.score()));
        return new Recognised(scored, words);
    }

    private double score(int topic, Map<Integer, Double> weight) {
        double own = weight.getOrDefault(topic, 0.0);
        double shared = weight.getOrDefault(groupOwner[topic], 0.0);
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
}
