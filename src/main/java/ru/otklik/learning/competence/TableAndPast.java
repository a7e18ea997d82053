package ru.otklik.learning.competence;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import ru.otklik.background.Remembered;
import ru.otklik.detection.KnownAuthorities;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.Authority;

/** What detection asks for: the table follows the directory at once, the past within {@link #FRESH}. */
@Component
class TableAndPast implements KnownAuthorities {

    static final Duration YEAR = Duration.ofDays(365);
    /** A year of decisions hardly changes in a minute, and is long to count. */
    static final Duration FRESH = Duration.ofMinutes(1);

    private record Case(String topic, String territory) {}

    /** @param from the list itself as the directory gave it: another list means that something changed */
    private record Table(List<Authority> from, List<Body> bodies) {}

    private final Authorities authorities;
    private final Remembered<Map<Case, List<Precedent>>> past;
    private volatile Table table = new Table(List.of(), List.of());

    @Autowired
    TableAndPast(Authorities authorities, RoutedRows rows, Clock clock) {
        this(authorities, rows, clock, System::nanoTime);
    }

    TableAndPast(Authorities authorities, RoutedRows rows, Clock clock, LongSupplier nanos) {
        this.authorities = authorities;
        this.past = new Remembered<>(
                () -> rows.list(clock.instant().minus(YEAR)).stream()
                        .collect(Collectors.groupingBy(
                                r -> new Case(r.topic(), r.territory()),
                                Collectors.mapping(r -> new Precedent(r.authority(), r.count()), Collectors.toList()))),
                FRESH,
                nanos);
    }

    @Override
    public List<Body> list() {
        List<Authority> now = authorities.list();
        Table known = table;
        if (known.from != now) {
            known = new Table(
                    now,
                    now.stream()
                            .filter(Authority::active)
                            .map(TableAndPast::body)
                            .toList());
            table = known;
        }
        return known.bodies;
    }

    @Override
    public List<Precedent> precedents(String topic, Optional<String> territory) {
        return past.current().getOrDefault(new Case(topic, territory.orElse(EVERYWHERE)), List.of());
    }

    private static Body body(Authority a) {
        Map<String, List<String>> subjects = a.competences().stream()
                .collect(Collectors.groupingBy(
                        Authority.Competence::subject,
                        HashMap::new,
                        Collectors.mapping(
                                c -> Objects.requireNonNullElse(a.territoryOf(c), EVERYWHERE), Collectors.toList())));
        return new Body(a.code(), a.title(), subjects);
    }
}
