package ru.otklik.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.otklik.worktime.DayKind;
import ru.otklik.worktime.Term;
import ru.otklik.worktime.WorkingCalendar;
import ru.otklik.worktime.WorkingHours;
import ru.otklik.worktime.WorkingTime;

/** The data of the region against what is published of every year. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RussianCalendarTest {

    private static final WorkingTimeSettings SETTINGS =
            Region.named("stavropol").workingTime();
    private static final WorkingCalendar CALENDAR = SETTINGS.calendar();

    @ParameterizedTest(name = "{0}: {1} working days, {2} hours of a 40-hour week")
    @CsvSource({
        "2013, 247, 1970",
        "2014, 247, 1970",
        "2015, 247, 1971",
        "2016, 247, 1974",
        "2017, 247, 1973",
        "2018, 247, 1970",
        "2019, 247, 1970",
        "2020, 248, 1979",
        "2021, 247, 1972",
        "2022, 247, 1973",
        "2023, 247, 1973",
        "2024, 248, 1979",
        "2025, 247, 1972",
        "2026, 247, 1972",
        "2027, 247, 1972",
    })
    void the_published_norm_of_the_year(int year, int days, int hours) {
        var calendar = CALENDAR.presidentialDaysOff(false);
        assertThat(worked(calendar, year)).isEqualTo(days);
        var time = WorkingTime.of(calendar, SETTINGS.hours(), SETTINGS.zone());
        assertThat(time.between(newYear(year), newYear(year + 1))).hasHours(hours);
    }

    @Test
    void presidential_days_are_counted_apart() {
        assertThat(worked(CALENDAR, 2020)).isEqualTo(248 - 29);
        assertThat(worked(CALENDAR, 2021)).isEqualTo(247 - 7);
        assertThat(CALENDAR.kind(LocalDate.of(2020, 6, 24))).isEqualTo(DayKind.NON_WORKING);
        assertThat(CALENDAR.presidentialDaysOff(false).kind(LocalDate.of(2021, 11, 3)))
                .isEqualTo(DayKind.SHORT);
    }

    @Test
    void moved_and_short_saturdays_are_known() {
        assertThat(CALENDAR.kind(LocalDate.of(2024, 4, 27))).isEqualTo(DayKind.MOVED);
        assertThat(CALENDAR.kind(LocalDate.of(2024, 11, 2))).isEqualTo(DayKind.MOVED_SHORT);
        assertThat(CALENDAR.kind(LocalDate.of(2026, 12, 31))).isEqualTo(DayKind.DAY_OFF);
        assertThat(CALENDAR.kind(LocalDate.of(2026, 12, 30))).isEqualTo(DayKind.WORKDAY);
    }

    @Test
    void the_eight_holidays_of_the_labour_code_are_off_every_year() {
        for (int year = 2013; year <= 2027; year++) {
            for (String day : Set.of("01-01", "01-07", "02-23", "03-08", "05-01", "05-09", "06-12", "11-04")) {
                assertThat(CALENDAR.kind(LocalDate.parse(year + "-" + day))).isEqualTo(DayKind.HOLIDAY);
            }
        }
    }

    @Test
    void the_settings_of_the_krai_are_read() {
        assertThat(SETTINGS.zone()).isEqualTo(ZoneId.of("Europe/Moscow"));
        assertThat(SETTINGS.hours()).isEqualTo(WorkingHours.parse("пн-пт 09:00-13:00 14:00-18:00"));
        assertThat(SETTINGS.presidentialDaysOff()).isTrue();
        assertThat(SETTINGS.warnDays()).isEqualTo(60);
    }

    @ParameterizedTest(name = "{1} from {0} is due {2}")
    @CsvSource({
        "2026-11-20T16:30, 4wh, 2026-11-23T11:30",
        "2026-11-23T12:30, 1wh, 2026-11-23T14:30",
        "2026-11-21T12:00, 1wh, 2026-11-23T10:00",
        "2026-06-11T16:00, 4wh, 2026-06-15T12:00",
        "2024-04-27T10:00, 4wh, 2024-04-27T15:00",
        "2026-06-10T23:59, 7wd, 2026-06-22T18:00",
        "2026-12-30T17:30, 2wh, 2027-01-11T10:30",
        "2026-11-20T17:50, 30m, 2026-11-20T18:20",
        "2026-11-20T17:50, 30wm, 2026-11-23T09:20",
    })
    void the_worked_examples_hold_on_the_real_calendar(LocalDateTime from, String term, LocalDateTime due) {
        var time = SETTINGS.workingTime();
        assertThat(Term.parse(term).from(from.atZone(time.zone()).toInstant(), time))
                .isEqualTo(due.atZone(time.zone()).toInstant());
    }

    private static long worked(WorkingCalendar calendar, int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> calendar.kind(date).worked())
                .count();
    }

    private static Instant newYear(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(SETTINGS.zone()).toInstant();
    }
}
