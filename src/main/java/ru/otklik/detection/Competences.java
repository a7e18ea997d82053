package ru.otklik.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ru.otklik.detection.Proposal.Guess;
import ru.otklik.detection.Proposal.PlaceGuess;

/** Whose business a topic is at a place, by authorities.yml. */
final class Competences {

    private static final int SHOWN = 3;

    record Authority(String code, String title, Optional<String> territory, Set<String> competence) {}

    private record Candidate(Authority authority, double rank, Guess topic, Optional<PlaceGuess> place) {}

    private final List<Authority> authorities;

    Competences(RegionFiles files) {
        authorities = RegionFiles.list(files.yaml("authorities.yml"), "authorities")
                .map(Competences::authority)
                .toList();
    }

    private static Authority authority(Map<String, Object> a) {
        return new Authority(
                RegionFiles.text(a, "code"),
                RegionFiles.text(a, "title"),
                Optional.ofNullable((String) a.get("territory")),
                Set.copyOf(RegionFiles.texts(a, "competence")));
    }

    List<Authority> authorities() {
        return authorities;
    }

    /** @param returned codes of those that are not proposed again */
    List<Guess> propose(List<Guess> topics, List<PlaceGuess> places, Set<String> returned) {
        List<Candidate> candidates = new ArrayList<>();
        topics.stream().findFirst().ifPresent(topic -> {
            for (Authority a : authorities) {
                if (!returned.contains(a.code())) {
                    candidate(a, topic, places).ifPresent(candidates::add);
                }
            }
        });
        return candidates.stream()
                .sorted(Comparator.comparingDouble(c -> -c.rank()))
                .limit(SHOWN)
                .map(Competences::guess)
                .toList();
    }

    /** The administration of the place before a body of the region, an exact topic before a group. */
    private static Optional<Candidate> candidate(Authority a, Guess topic, List<PlaceGuess> places) {
        String group = topic.code().split("\\.")[0];
        boolean exact = a.competence().contains(topic.code());
        if (!exact && !a.competence().contains(group)) {
            return Optional.empty();
        }
        double rank = exact ? 0.5 : 0;
        if (a.territory().isEmpty()) {
            return Optional.of(new Candidate(a, 1 + rank, topic, Optional.empty()));
        }
        return places.stream()
                .filter(p -> p.territory().equals(a.territory().get()))
                .findFirst()
                .map(p -> new Candidate(a, 2 + rank + p.share(), topic, Optional.of(p)));
    }

    private static Guess guess(Candidate c) {
        List<String> because = new ArrayList<>();
        because.add("тема: " + c.topic().title());
        c.place().ifPresent(p -> because.add("место: " + p.title()));
        double share = c.topic().share() * c.place().map(PlaceGuess::share).orElse(1.0);
        return new Guess(
                c.authority().code(), c.authority().title(), Math.round(100 * share) / 100.0, List.copyOf(because));
    }
}
