package ru.otklik.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WorkingHoursTest {

    private static final LocalDate WED = LocalDate.of(2026, 11, 18);
    private static final LocalDate FRI = LocalDate.of(2026, 11, 20);
    private static final LocalDate SAT = LocalDate.of(2026, 11, 21);
    private static final WorkingHours OFFICE =
            WorkingHours.parse("пн-чт 09:00-13:00 14:00-18:00; пт 09:00-13:00 13:45-16:45");

    @Test
    void hours_are_read_and_written_in_one_form() {
        var hours = WorkingHours.parse("пн,ср 14:00-18:00 9:00-13:00\nсб-вс 22:00-24:00");
        assertThat(hours)
                .hasToString("пн 09:00-13:00 14:00-18:00; ср 09:00-13:00 14:00-18:00; сб 22:00-24:00; вс 22:00-24:00");
        assertThat(WorkingHours.parse(hours.toString())).isEqualTo(hours);
    }

    @Test
    void a_shortened_day_loses_an_hour_at_its_end() {
        assertThat(OFFICE.on(WED, DayKind.SHORT)).hasToString("[09:00-13:00, 14:00-17:00]");
    }

    @Test
    void a_shortened_day_loses_the_hour_across_the_break_when_the_last_span_is_shorter() {
        var hours = WorkingHours.parse("ср 09:00-13:00 13:30-14:10");
        assertThat(hours.on(WED, DayKind.SHORT)).hasToString("[09:00-12:40]");
        assertThat(WorkingHours.parse("ср 09:00-10:00 11:00-12:00").on(WED, DayKind.SHORT))
                .hasToString("[09:00-10:00]");
    }

    @Test
    void a_shortened_day_of_an_hour_or_less_is_not_worked() {
        assertThat(WorkingHours.parse("ср 09:00-10:00").on(WED, DayKind.SHORT)).isEmpty();
        assertThat(WorkingHours.parse("ср 09:00-09:20 10:00-10:20").on(WED, DayKind.SHORT))
                .isEmpty();
    }

    @Test
    void a_moved_saturday_has_the_hours_of_the_first_weekday_that_has_any() {
        assertThat(OFFICE.on(SAT, DayKind.MOVED)).hasToString("[09:00-13:00, 14:00-18:00]");
        assertThat(OFFICE.on(SAT, DayKind.MOVED_SHORT)).hasToString("[09:00-13:00, 14:00-17:00]");
        assertThat(WorkingHours.parse("вт-пт 10:00-15:00; сб,вс 1:00-2:00").on(SAT, DayKind.MOVED))
                .hasToString("[10:00-15:00]");
    }

    @Test
    void a_saturday_with_its_own_hours_is_worked_unless_marked_off() {
        var hours = WorkingHours.parse("пн-пт 09:00-18:00; сб 10:00-14:00");
        assertThat(hours.on(SAT, DayKind.WEEKEND)).hasToString("[10:00-14:00]");
        assertThat(hours.on(SAT, DayKind.HOLIDAY)).isEmpty();
        assertThat(hours.on(SAT, DayKind.DAY_OFF)).isEmpty();
        assertThat(hours.on(SAT, DayKind.NON_WORKING)).isEmpty();
    }

    @Test
    void a_weekday_without_hours_is_not_worked() {
        assertThat(WorkingHours.parse("пн 09:00-18:00").on(FRI, DayKind.WORKDAY))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "пн 09:00-13:00 12:00-18:00     | пересекаются",
                "пн 13:00-09:00                 | наоборот",
                "пн 09:00-09:00                 | наоборот",
                "пн 09:00-24:01                 | за сутки",
                "пн 09:00-13:60                 | Непонятное время",
                "пн 9-18                        | Непонятные часы",
                "пн                             | не указаны часы",
                "mon 09:00-13:00                | Непонятные дни",
                "пт-пн 09:00-13:00              | Непонятные дни",
                "пн, 09:00-13:00                | Непонятные дни",
                "пн-ср-пт 09:00-13:00           | Непонятные дни",
                "пн 09:00-10:00; пн-пт 09:00-10:00 | дважды",
                ";                              | ни одного рабочего часа",
            })
    void bad_hours_are_refused_with_a_sentence(String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingHours.parse(text))
                .withMessageContaining(reason);
    }
}
