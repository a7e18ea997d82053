package ru.otklik.learning.competence;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.directory.Authorities;
import ru.otklik.learning.competence.CompetenceView.Choices;
import ru.otklik.learning.competence.CompetenceView.Filter;
import ru.otklik.learning.competence.CompetenceView.Line;
import ru.otklik.learning.competence.CompetenceView.Suggested;
import ru.otklik.learning.competence.CompetenceView.Typed;
import ru.otklik.learning.competence.Suggestions.Suggestion;

/** What the page of competences shows. */
@Component
class CompetenceTable {

    private static final int PAGE = 50;

    private final Lines lines;
    private final Suggestions suggestions;
    private final Authorities authorities;
    private final FirstAssessment detection;

    CompetenceTable(Lines lines, Suggestions suggestions, Authorities authorities, FirstAssessment detection) {
        this.lines = lines;
        this.suggestions = suggestions;
        this.authorities = authorities;
        this.detection = detection;
    }

    List<Line> list(Filter filter) {
        return lines.list(filter);
    }

    CompetenceView view(Map<String, String> fields, Typed typed, boolean mayChange) {
        Filter filter = Filter.of(fields);
        List<Line> found = lines.list(filter);
        int last = Math.max(0, (found.size() - 1) / PAGE);
        int page = Math.min(page(fields), last);
        return new CompetenceView(
                new Choices(detection.rubric().groups(), detection.gazetteer().territories(), authorities.list()),
                filter,
                found.subList(page * PAGE, Math.min(found.size(), (page + 1) * PAGE)),
                found.size(),
                address("", fields),
                page == 0 ? "" : address(CompetencePages.LIST, fields, page - 1),
                page == last ? "" : address(CompetencePages.LIST, fields, page + 1),
                address(CompetencePages.LIST + ".csv", fields, 0),
                suggestions.list().stream().map(this::suggested).toList(),
                typed,
                mayChange);
    }

    private Suggested suggested(Suggestion s) {
        String territory = s.routed().territory();
        return new Suggested(
                s.authority().id(),
                s.authority().shortTitle(),
                s.routed().topic(),
                lines.title(s.routed().topic()),
                territory,
                lines.where(territory.isEmpty() ? null : territory),
                s.routed().count() + " из " + s.all(),
                s.now());
    }

    /** With the filter and the page that the fields name. */
    static String address(String path, Map<String, String> fields) {
        return address(path, fields, page(fields));
    }

    private static String address(String path, Map<String, String> fields, int page) {
        var address = UriComponentsBuilder.fromPath(path);
        Stream.of("topic", "territory", "authority")
                .filter(f -> !CompetenceView.word(fields, f).isEmpty())
                .forEach(f -> address.queryParam(f, CompetenceView.word(fields, f)));
        return (page == 0 ? address : address.queryParam("page", page))
                .encode()
                .build()
                .toUriString();
    }

    private static int page(Map<String, String> fields) {
        String page = CompetenceView.word(fields, "page");
        return page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
    }
}
