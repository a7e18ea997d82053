package ru.otklik.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WorkingCalendarTest {

    private static final LocalDate FRI_12_JUN = LocalDate.of(2026, 6, 12);
    private static final WorkingCalendar CALENDAR = Weeks.calendar();

    @Test
    void covers_whole_years_and_counts_the_days_left() {
        assertThat(CALENDAR.from()).isEqualTo("2024-01-01");
        assertThat(CALENDAR.to()).isEqualTo("2027-12-31");
        assertThat(CALENDAR.daysLeft(LocalDate.of(2027, 12, 1))).isEqualTo(30);
        assertThat(CALENDAR.daysLeft(LocalDate.of(2028, 1, 2))).isEqualTo(-2);
    }

    @Test
    void a_date_outside_is_a_sentence_and_never_a_guess() {
        assertThatExceptionOfType(OutsideCalendar.class)
                .isThrownBy(() -> CALENDAR.kind(LocalDate.of(2028, 3, 15)))
                .withMessage("Дата 15.03.2028 вне производственного календаря: он заполнен с 2024 по 2027 год."
                        + " Администратору нужно загрузить календарь на 2028 год.");
        assertThatExceptionOfType(OutsideCalendar.class)
                .isThrownBy(() -> CALENDAR.kind(LocalDate.of(2023, 12, 31)))
                .withMessageContaining("Дата 31.12.2023")
                .withMessageContaining("на 2023 год");
    }

    @Test
    void a_term_that_leaves_the_calendar_is_refused_both_ways() {
        var time = Weeks.nineToSix();
        var inside = Instant.parse("2027-12-31T12:00:00Z");
        var first = Instant.parse("2024-01-09T06:30:00Z");
        assertThat(time.plus(inside, Duration.ofHours(3))).isEqualTo("2027-12-31T15:00:00Z");
        assertThatExceptionOfType(OutsideCalendar.class)
                .isThrownBy(() -> time.plus(inside, Duration.ofHours(3).plusSeconds(1)))
                .withMessageStartingWith("Конец срока");
        assertThatExceptionOfType(OutsideCalendar.class)
                .isThrownBy(() -> time.plus(inside, Duration.ofSeconds(Long.MAX_VALUE)));
        assertThatExceptionOfType(OutsideCalendar.class)
                .isThrownBy(() -> time.minus(inside, Duration.ofSeconds(Long.MAX_VALUE)));
        assertThatExceptionOfType(OutsideCalendar.class)
                .isThrownBy(() -> time.plus(inside, Duration.ofSeconds(Long.MIN_VALUE)));
        assertThatExceptionOfType(OutsideCalendar.class)
                .isThrownBy(() -> time.minus(first, Duration.ofHours(100)))
                .withMessageStartingWith("Начало срока");
        assertThatExceptionOfType(OutsideCalendar.class).isThrownBy(() -> time.plusWorkingDays(inside, 1));
        assertThatExceptionOfType(OutsideCalendar.class)
                .isThrownBy(() -> time.isWorking(Instant.parse("2027-12-31T21:00:01Z")))
                .withMessageStartingWith("Дата 01.01.2028");
    }

    @Test
    void a_year_is_added_or_replaced_but_not_across_a_gap() {
        assertThat(CALENDAR.with(Weeks.year(2028, "holiday 2028-01-01")).to()).isEqualTo("2028-12-31");
        assertThat(CALENDAR.with(Weeks.year(2026, "holiday 2026-01-01")).kind(FRI_12_JUN))
                .isEqualTo(DayKind.WORKDAY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.with(Weeks.year(2029, "holiday 2029-01-01")))
                .withMessageContaining("пропущен 2028");
    }

    @Test
    void equal_content_has_an_equal_version_and_any_change_another() {
        assertThat(CALENDAR.version())
                .matches("[0-9a-f]{8}")
                .isEqualTo(Weeks.calendar().version());
        assertThat(CALENDAR.with(Weeks.year(2025, "holiday 2025-01-01")).version())
                .isEqualTo(CALENDAR.version());
        assertThat(CALENDAR.with(Weeks.year(2025, "off 2025-01-01")).version()).isNotEqualTo(CALENDAR.version());
        assertThat(CALENDAR.presidentialDaysOff(false).version()).isNotEqualTo(CALENDAR.version());
    }

    @Test
    void presidential_days_are_off_until_the_switch_says_otherwise() {
        var thursday = LocalDate.of(2020, 4, 30);
        var saturday = LocalDate.of(2020, 4, 25);
        var calendar =
                WorkingCalendar.of(new CalendarYear(2020, Map.of(thursday, DayKind.SHORT), Set.of(thursday, saturday)));
        assertThat(calendar.kind(thursday)).isEqualTo(DayKind.NON_WORKING);
        var worked = calendar.presidentialDaysOff(false);
        assertThat(worked.kind(thursday)).isEqualTo(DayKind.SHORT);
        assertThat(worked.kind(saturday)).isEqualTo(DayKind.WEEKEND);
        assertThat(worked.with(Weeks.year(2021, "holiday 2021-01-01")).kind(thursday))
                .isEqualTo(DayKind.SHORT);
    }

    @Test
    void a_mark_that_the_date_cannot_bear_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weeks.year(2026, "moved 2026-06-12"))
                .withMessage("12.06.2026 (пт) не может быть отмечен как «рабочий день по переносу».");
        assertThatIllegalArgumentException().isThrownBy(() -> Weeks.year(2026, "short 2026-06-13"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weeks.year(2026, "off 2025-06-13"))
                .withMessageContaining("не относится к 2026 году");
    }
}
