package ru.otklik.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.otklik.casework.CoExecution;
import ru.otklik.casework.Incident;
import ru.otklik.casework.World;
import ru.otklik.desk.IncidentView.Option;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.Authority;

/** What can be chosen in the forms. */
@Component
class Choices {

    static final String PROPOSED = " (предложено)";

    private static final Option NOTHING = new Option("", "не выбрано", "");

    private final Authorities authorities;
    private final World world;
    private final Titles titles;

    Choices(Authorities authorities, World world, Titles titles) {
        this.authorities = authorities;
        this.world = world;
        this.titles = titles;
    }

    List<Option> leads(Incident incident, List<String> proposed) {
        var all = new ArrayList<Option>();
        all.add(NOTHING);
        all.addAll(bodies(incident, proposed));
        return all;
    }

    /** The proposed first; who returned it is marked; who is not ready cannot be chosen (clause 8). */
    List<Option> bodies(Incident incident, List<String> proposed) {
        Set<Integer> returned = incident.head().returnedBy();
        Stream<Authority> first = proposed.stream().flatMap(code -> authorities.find(code).stream());
        return Stream.concat(first, authorities.list().stream())
                .filter(Authority::active)
                .distinct()
                .map(a -> {
                    String title = a.shortTitle()
                            + (proposed.contains(a.code()) ? PROPOSED : "")
                            + (returned.contains(a.id()) ? " (вернул: не в компетенции)" : "");
                    return new Option(
                            Integer.toString(a.id()),
                            title,
                            world.obstacle(a.id()).orElse(""));
                })
                .toList();
    }

    Optional<String> id(String code) {
        return authorities.find(code).map(a -> Integer.toString(a.id()));
    }

    Set<String> codes(Set<Integer> bodies) {
        return bodies.stream().map(id -> authorities.get(id).code()).collect(Collectors.toSet());
    }

    /** The co-executors whose part is such. */
    List<Option> coExecutors(Incident incident, Predicate<CoExecution.Stage> such) {
        return incident instanceof Incident.UnderWay u
                ? u.work().coExecutors().stream()
                        .filter(c -> such.test(c.stage()))
                        .map(c -> new Option(
                                Integer.toString(c.authority()),
                                titles.authority(c.authority()) + ": "
                                        + c.stage().title(),
                                ""))
                        .toList()
                : List.of();
    }

    List<Option> topics() {
        return with(titles.rubric().groups().stream()
                .flatMap(g -> g.topics().stream().map(t -> new Option(t.code(), g.title() + ": " + t.title(), ""))));
    }

    private static List<Option> with(Stream<Option> options) {
        return Stream.concat(Stream.of(NOTHING), options).toList();
    }
}
