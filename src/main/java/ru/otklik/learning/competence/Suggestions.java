package ru.otklik.learning.competence;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.Proposal.Guess;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.Authority;
import ru.otklik.learning.competence.RoutedRows.Routed;

/** Lines that the table lacks: people routed there again and again, and the table names somebody else first. */
@Component
class Suggestions {

    private static final int LEAST = 3;
    private static final int SHOWN = 20;

    /**
     * @param all decisions on the topic at the territory
     * @param now short title of whom the table names first; empty: of nobody
     */
    record Suggestion(Routed routed, Authority authority, int all, String now) {}

    private record Case(String topic, String territory) {
        static Case of(Routed r) {
            return new Case(r.topic(), r.territory());
        }
    }

    private final RoutedRows rows;
    private final Authorities authorities;
    private final FirstAssessment detection;
    private final Clock clock;

    Suggestions(RoutedRows rows, Authorities authorities, FirstAssessment detection, Clock clock) {
        this.rows = rows;
        this.authorities = authorities;
        this.detection = detection;
        this.clock = clock;
    }

    /** The most frequent first. */
    List<Suggestion> list() {
        List<Routed> routed = rows.list(clock.instant().minus(TableAndPast.YEAR));
        Map<Case, Integer> all = new HashMap<>();
        routed.forEach(r -> all.merge(Case.of(r), r.count(), Integer::sum));
        return routed.stream()
                .filter(r -> r.count() >= LEAST)
                .flatMap(r -> suggestion(r, all.getOrDefault(Case.of(r), 0)))
                .limit(SHOWN)
                .toList();
    }

    private Stream<Suggestion> suggestion(Routed r, int all) {
        Optional<String> territory = Optional.of(r.territory()).filter(t -> !t.isEmpty());
        if (detection.rubric().find(r.topic()).isEmpty()
                || territory.isPresent()
                        && detection.gazetteer().findTerritoryOf(r.territory()).isEmpty()) {
            return Stream.empty();
        }
        List<Guess> table = detection.competentByTable(r.topic(), territory);
        double best = table.isEmpty() ? 0 : table.get(0).share();
        boolean first = table.stream().anyMatch(g -> g.code().equals(r.authority()) && g.share() >= best);
        return authorities
                .find(r.authority())
                .filter(Authority::active)
                // a body of one territory has no line for the whole region
                .filter(a -> !first && (territory.isPresent() || a.territory() == null))
                .map(a -> new Suggestion(r, a, all, shortTitle(table)))
                .stream();
    }

    private String shortTitle(List<Guess> table) {
        return table.stream()
                .findFirst()
                .flatMap(g -> authorities.find(g.code()))
                .map(Authority::shortTitle)
                .orElse("");
    }
}
