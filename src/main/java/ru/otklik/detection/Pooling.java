package ru.otklik.detection;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ru.otklik.detection.Proposal.Guess;

/** Several opinions on one question made one: a weighted mean of their shares, so that who is surer counts for more. */
public final class Pooling {

    /** So many decisions weigh as much as everything else together; three then turn a table that prefers another. */
    private static final double EQUAL = 4;

    private static final double LEAST = 0.005;

    private Pooling() {}

    /** @param sure from 0 to 1: how far the decisions are about this very case */
    public static double weight(int decisions, double sure) {
        return sure * decisions / (decisions + EQUAL);
    }

    /**
     * @param others who has nothing to say takes no part
     * @param weight of {@code history}; the others share the rest alike
     */
    public static List<Guess> pool(List<List<Guess>> others, List<Guess> history, double weight, int most) {
        List<List<Guess>> spoken = others.stream().filter(o -> !o.isEmpty()).toList();
        Map<String, Guess> sum = new LinkedHashMap<>();
        spoken.forEach(o -> add(sum, o, (1 - weight) / spoken.size()));
        add(sum, history, weight);
        return sum.values().stream()
                .filter(g -> g.share() >= LEAST)
                .sorted(Comparator.comparingDouble(g -> -g.share()))
                .limit(most)
                .map(g -> with(g, Math.round(100 * g.share()) / 100.0))
                .toList();
    }

    /** Opinions on parts of one question, each with the share of its part. */
    static List<Guess> sum(List<List<Guess>> parts) {
        Map<String, Guess> sum = new LinkedHashMap<>();
        parts.forEach(p -> add(sum, p, 1));
        return List.copyOf(sum.values());
    }

    private static void add(Map<String, Guess> sum, List<Guess> opinion, double weight) {
        opinion.forEach(g -> sum.merge(g.code(), with(g, weight * g.share()), Pooling::both));
    }

    private static Guess both(Guess a, Guess b) {
        List<String> because = Stream.concat(a.because().stream(), b.because().stream())
                .distinct()
                .toList();
        return new Guess(a.code(), a.title(), a.share() + b.share(), because);
    }

    private static Guess with(Guess g, double share) {
        return new Guess(g.code(), g.title(), share, g.because());
    }
}
