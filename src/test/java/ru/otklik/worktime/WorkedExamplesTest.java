package ru.otklik.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples that the reading of the decree was agreed on. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WorkedExamplesTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final WorkingTime TIME = Weeks.nineToSix();

    @ParameterizedTest(name = "{1} from {0} is due {2}")
    @CsvSource({
        "2026-11-20T16:30, 4wh, 2026-11-23T11:30",
        "2026-11-23T12:30, 1wh, 2026-11-23T14:30",
        "2026-11-23T14:00, 4wh, 2026-11-23T18:00",
        "2026-11-21T12:00, 1wh, 2026-11-23T10:00",
        "2026-11-16T09:00, 80wh, 2026-11-27T18:00",
        "2026-06-11T16:00, 4wh, 2026-06-15T12:00",
        "2024-04-27T10:00, 4wh, 2024-04-27T15:00",
        "2026-06-10T00:00, 7wd, 2026-06-22T18:00",
        "2026-06-10T11:15, 7wd, 2026-06-22T18:00",
        "2026-06-10T23:59, 7wd, 2026-06-22T18:00",
        "2026-12-30T17:30, 2wh, 2027-01-11T10:30",
        "2026-11-20T17:50, 30m, 2026-11-20T18:20",
        "2026-11-20T17:50, 30wm, 2026-11-23T09:20",
        "2026-11-20T17:50, 24h, 2026-11-21T17:50",
        "2026-11-20T17:50, 5d, 2026-11-25T17:50",
    })
    void a_term_is_due(LocalDateTime from, String term, LocalDateTime due) {
        assertThat(Term.parse(term).from(from.atZone(MOSCOW).toInstant(), TIME))
                .isEqualTo(due.atZone(MOSCOW).toInstant());
    }

    @ParameterizedTest(name = "{1} before {0} is {2}")
    @CsvSource({
        "2026-11-23T11:30, 1wh, 2026-11-23T10:30",
        "2026-11-23T14:30, 1wh, 2026-11-23T12:30",
        "2026-11-23T10:00, 1wh, 2026-11-23T09:00",
        "2026-11-27T18:00, 80wh, 2026-11-16T09:00",
        "2026-11-23T09:20, 30wm, 2026-11-20T17:50",
        "2026-11-23T09:20, 30m, 2026-11-23T08:50",
        "2026-11-25T17:50, 5d, 2026-11-20T17:50",
    })
    void a_term_counted_backwards(LocalDateTime end, String term, LocalDateTime start) {
        assertThat(Term.parse(term).before(end.atZone(MOSCOW).toInstant(), TIME))
                .isEqualTo(start.atZone(MOSCOW).toInstant());
    }
}
