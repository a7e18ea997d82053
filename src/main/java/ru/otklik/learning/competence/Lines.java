package ru.otklik.learning.competence;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.Authority;
import ru.otklik.directory.Authority.Competence;
import ru.otklik.learning.competence.CompetenceView.Filter;
import ru.otklik.learning.competence.CompetenceView.Line;

/** The table as lines for people, in the order of the rubric. */
@Component
class Lines {

    private static final String WHOLE_REGION = "весь регион";

    private record Subject(int order, String title) {}

    private final Authorities authorities;
    private final FirstAssessment detection;
    private final Map<String, Subject> subjects = new HashMap<>();

    Lines(Authorities authorities, FirstAssessment detection) {
        this.authorities = authorities;
        this.detection = detection;
        for (var group : detection.rubric().groups()) {
            subjects.put(group.code(), new Subject(subjects.size(), group.title() + ": все темы"));
            group.topics()
                    .forEach(t ->
                            subjects.put(t.code(), new Subject(subjects.size(), group.title() + ": " + t.title())));
        }
    }

    List<Line> list(Filter filter) {
        return authorities.list().stream()
                .flatMap(a -> a.competences().stream().map(c -> line(a, c)))
                .filter(filter::takes)
                .sorted(Comparator.comparingInt((Line l) -> order(l.subject()))
                        .thenComparing(l -> !l.at().equals(CompetenceView.EVERYWHERE))
                        .thenComparing(Line::where)
                        .thenComparing(Line::authority))
                .toList();
    }

    private Line line(Authority a, Competence c) {
        String at = a.territoryOf(c);
        return new Line(
                a.id(),
                a.code(),
                a.shortTitle(),
                a.active(),
                c.subject(),
                title(c.subject()),
                c.territory() == null ? "" : c.territory(),
                at == null ? CompetenceView.EVERYWHERE : at,
                where(at));
    }

    boolean knows(String subject) {
        return subjects.containsKey(subject);
    }

    /** Of a topic or of a group of topics; what the rubric no longer has is its code. */
    String title(String subject) {
        return Optional.ofNullable(subjects.get(subject)).map(Subject::title).orElse(subject);
    }

    String where(@Nullable String territory) {
        return territory == null
                ? WHOLE_REGION
                : detection
                        .gazetteer()
                        .findTerritoryOf(territory)
                        .map(t -> t.title())
                        .orElse(territory);
    }

    private int order(String subject) {
        return Optional.ofNullable(subjects.get(subject)).map(Subject::order).orElse(Integer.MAX_VALUE);
    }
}
