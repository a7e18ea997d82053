package ru.otklik.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ru.otklik.detection.KnownAuthorities.Body;
import ru.otklik.detection.KnownAuthorities.Precedent;
import ru.otklik.detection.Proposal.Guess;
import ru.otklik.detection.Proposal.PlaceGuess;

/** Whose business a topic is at a place: by the table of competences, by a model, and as people routed before. */
final class Competences {

    private static final int SHOWN = 3;

    private record Candidate(Body body, double rank, Guess topic, Optional<PlaceGuess> place) {
        /** The best has most of it, and the others according to their distance. */
        double weight() {
            return Math.pow(2, rank);
        }
    }

    private final KnownAuthorities known;

    Competences(KnownAuthorities known) {
        this.known = known;
    }

    List<Body> bodies() {
        return known.list();
    }

    /**
     * @param learned what a model proposes
     * @param returned codes of those that are not proposed again
     */
    List<Guess> propose(List<Guess> topics, List<PlaceGuess> places, List<Guess> learned, Set<String> returned) {
        if (topics.isEmpty()) {
            return Pooling.pool(List.of(learned), List.of(), 0, SHOWN);
        }
        Guess topic = topics.get(0);
        List<Guess> table = Pooling.sum(
                topics.stream().map(t -> byTable(t, places, returned)).toList());
        // several places mean that nobody knows yet which decisions are about this one
        List<Precedent> precedents = places.size() > 1
                ? List.of()
                : known.precedents(
                        topic.code(), places.stream().map(PlaceGuess::territory).findFirst());
        int decisions = precedents.stream().mapToInt(Precedent::count).sum();
        return Pooling.pool(
                List.of(table, learned),
                history(precedents, decisions, returned),
                Pooling.weight(decisions, topic.share()),
                SHOWN);
    }

    /** By the table alone, everybody it names; together they have the share of the topic. */
    List<Guess> byTable(Guess topic, List<PlaceGuess> places, Set<String> returned) {
        String group = topic.code().split("\\.")[0];
        List<Candidate> candidates = known.list().stream()
                .filter(b ->
                        b.subjects().containsKey(topic.code()) || b.subjects().containsKey(group))
                .filter(b -> !returned.contains(b.code()))
                .flatMap(b -> candidate(b, topic, group, places).stream())
                .sorted(Comparator.comparingDouble(c -> -c.rank()))
                .toList();
        double all = candidates.stream().mapToDouble(Candidate::weight).sum();
        return candidates.stream()
                .map(c -> guess(c, topic.share() * c.weight() / all))
                .toList();
    }

    private List<Guess> history(List<Precedent> precedents, int decisions, Set<String> returned) {
        return precedents.stream()
                .filter(p -> !returned.contains(p.authority()))
                .flatMap(p -> known.list().stream()
                        .filter(b -> b.code().equals(p.authority()))
                        .map(b -> new Guess(
                                b.code(),
                                b.title(),
                                (double) p.count() / decisions,
                                List.of("так направляли: %d из %d".formatted(p.count(), decisions)))))
                .toList();
    }

    /** The administration of the place before a body of the region, an exact topic before a group. */
    private static Optional<Candidate> candidate(Body body, Guess topic, String group, List<PlaceGuess> places) {
        List<Candidate> found = new ArrayList<>(2);
        addRanked(found, body, topic.code(), 0.5, topic, places);
        addRanked(found, body, group, 0, topic, places);
        return found.stream().max(Comparator.comparingDouble(Candidate::rank));
    }

    private static void addRanked(
            List<Candidate> found, Body body, String subject, double rank, Guess topic, List<PlaceGuess> places) {
        for (String territory : body.subjects().getOrDefault(subject, List.of())) {
            if (territory.equals(KnownAuthorities.EVERYWHERE)) {
                found.add(new Candidate(body, 1 + rank, topic, Optional.empty()));
            }
            for (PlaceGuess place : places) {
                if (place.territory().equals(territory)) {
                    found.add(new Candidate(body, 2 + rank + place.share(), topic, Optional.of(place)));
                    // the likeliest place in a territory is the first
                    break;
                }
            }
        }
    }

    private static Guess guess(Candidate c, double share) {
        List<String> because = new ArrayList<>();
        because.add("тема: " + c.topic().title());
        c.place().ifPresent(p -> because.add("место: " + p.title()));
        return new Guess(c.body().code(), c.body().title(), share, List.copyOf(because));
    }
}
