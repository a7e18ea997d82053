package ru.otklik.desk;

import static ru.otklik.desk.IncidentView.Kind.CHECKS;
import static ru.otklik.desk.IncidentView.Kind.PLACE;
import static ru.otklik.desk.IncidentView.Kind.SELECT;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.otklik.casework.Assessment;
import ru.otklik.casework.Incident;
import ru.otklik.desk.Forms.Scene;
import ru.otklik.desk.IncidentView.Field;
import ru.otklik.desk.IncidentView.Option;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.Proposal;
import ru.otklik.regulation.Importance;

/** What the centre confirms or corrects by one key: the assessment and the lead, with what else is likely. */
@Component
class RoutingFields {

    private final Choices choices;
    private final Titles titles;
    private final FirstAssessment detection;

    RoutingFields(Choices choices, Titles titles, FirstAssessment detection) {
        this.choices = choices;
        this.titles = titles;
        this.detection = detection;
    }

    List<Field> assessment(Scene s) {
        Assessment a = s.incident().head().assessment();
        Optional<Proposal> p = Optional.ofNullable(s.proposal());
        return List.of(
                field("topic", "Тематика", SELECT, a.topic(), choices.topics(), true)
                        .withCandidates(
                                "1",
                                p.stream()
                                        .flatMap(x -> x.topics().stream())
                                        .map(g -> likely(g.code(), g.title(), g.share()))
                                        .toList()),
                field(
                                "place",
                                "Локация (пусто — весь регион или неизвестно)",
                                PLACE,
                                a.place() == null ? "" : titles.place(a.place()),
                                List.of(),
                                false)
                        .withCandidates(
                                "2",
                                p.stream()
                                        .flatMap(x -> x.places().stream())
                                        .limit(3)
                                        .map(g -> likely(titles.place(g.code()), titles.place(g.code()), g.share()))
                                        .toList()),
                field("importance", "Категория важности", SELECT, a.importance().name(), importances(), true)
                        .withCandidates(
                                "3",
                                p.map(Proposal::importanceShares)
                                        .filter(shares -> !shares.isEmpty())
                                        .map(RoutingFields::likely)
                                        .orElseGet(RoutingFields::importances)));
    }

    private static List<Option> importances() {
        return Stream.of(Importance.values())
                .map(i -> new Option(i.name(), i.title(), ""))
                .toList();
    }

    /** The lead and the co-executors. */
    List<Field> bodies(Scene s) {
        List<Proposal.Guess> likely = likely(s);
        List<String> codes = likely.stream().map(Proposal.Guess::code).toList();
        return List.of(
                lead(s.incident(), likely),
                new Field(
                        "coExecutors", "Соисполнители", CHECKS, List.of(), choices.bodies(s.incident(), codes), false));
    }

    /** After a return somebody else is sought anew. */
    private List<Proposal.Guess> likely(Scene s) {
        Assessment a = s.incident().head().assessment();
        if (!s.incident().head().returnedBy().isEmpty() && a.topic() != null) {
            return competent(s.incident(), a.topic(), Optional.ofNullable(a.place()));
        }
        Proposal proposal = s.proposal();
        return proposal == null ? List.of() : proposal.authorities();
    }

    private List<Proposal.Guess> competent(Incident incident, String topic, Optional<String> place) {
        return detection.competent(topic, place, choices.codes(incident.head().returnedBy()));
    }

    /** As the competences say of what a person chose instead of what the program proposed. */
    Field lead(Incident incident, String topic, Optional<String> place) {
        return lead(incident, competent(incident, topic, place));
    }

    /** The best of those who did not return it and who can take it (clause 8). */
    private Field lead(Incident incident, List<Proposal.Guess> likely) {
        List<Option> leads = choices.leads(
                incident, likely.stream().map(Proposal.Guess::code).toList());
        var returned =
                incident.head().returnedBy().stream().map(String::valueOf).toList();
        List<Option> best = likely.stream()
                .flatMap(g -> choices.id(g.code()).stream()
                        .flatMap(id -> leads.stream().filter(o -> o.value().equals(id)))
                        .filter(o ->
                                !returned.contains(o.value()) && o.obstacle().isEmpty())
                        .map(o -> likely(o.value(), o.title().replace(Choices.PROPOSED, ""), g.share())))
                .toList();
        return field(
                        "lead",
                        "Основной исполнитель",
                        SELECT,
                        best.isEmpty() ? "" : best.get(0).value(),
                        leads,
                        true)
                .withCandidates("4", best);
    }

    private static List<Option> likely(List<Double> importances) {
        return Stream.of(Importance.values())
                .map(i -> likely(i.name(), i.title(), importances.get(i.ordinal())))
                .toList();
    }

    private static Option likely(String value, String title, double share) {
        return new Option(value, title + ", " + Titles.percent(share), "");
    }

    private static Field field(
            String name,
            String label,
            IncidentView.Kind kind,
            @Nullable String value,
            List<Option> options,
            boolean required) {
        return new Field(name, label, kind, List.of(value == null ? "" : value), options, required);
    }
}
