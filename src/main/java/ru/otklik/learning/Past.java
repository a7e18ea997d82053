package ru.otklik.learning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.otklik.background.Remembered;
import ru.otklik.detection.PastDecisions;
import ru.otklik.detection.Proposal.Screen;

/** The decisions of the last year, as they were {@link #FRESH} ago at most. */
@Component
class Past implements PastDecisions {

    private static final Duration YEAR = Duration.ofDays(365);
    /** A year of decisions hardly changes in a minute, and is long to count. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Known(Map<String, List<ChosenPlace>> places, Map<String, Screened> screens) {}

    private final Remembered<Known> known;

    Past(PastRows rows, Clock clock) {
        known = new Remembered<>(() -> read(rows, clock.instant().minus(YEAR)), FRESH, System::nanoTime);
    }

    private static Known read(PastRows rows, Instant from) {
        return new Known(
                rows.places(from).stream()
                        .collect(groupingBy(
                                r -> PastDecisions.key(r.said()),
                                mapping(r -> new ChosenPlace(r.place(), r.count()), toList()))),
                rows.screens(from).stream()
                        .collect(toMap(PastRows.Shown::screen, r -> new Screened(r.excluded(), r.count()))));
    }

    @Override
    public List<ChosenPlace> places(String key) {
        return known.current().places().getOrDefault(key, List.of());
    }

    @Override
    public Screened screened(Screen screen) {
        return known.current().screens().getOrDefault(screen.name(), new Screened(0, 0));
    }
}
