package ru.otklik.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TermTest {

    @ParameterizedTest(name = "{0} is «{1}»")
    @CsvSource({
        "4wh, 4 рабочих часа",
        "1wh, 1 рабочий час",
        "30m, 30 минут",
        "21wm, 21 рабочая минута",
        "7wd, 7 рабочих дней",
        "11wd, 11 рабочих дней",
        "24h, 24 часа",
        "5d, 5 дней",
    })
    void a_term_is_read_written_and_said(String form, String text) {
        assertThat(Term.parse(form)).hasToString(form);
        assertThat(Term.parse(" " + form.replaceFirst("(?=[a-z])", " ")).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "4", "wh", "4 часа", "-4wh", "4.5wh", "4hw", "0wh", "2001wh", "999999999m", "9999999999m"})
    void a_bad_term_is_refused_with_a_sentence(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Term.parse(text))
                .withMessageMatching("(Непонятный срок|Срок) «.*» ?.*[.]");
    }

    @Test
    void working_days_are_not_counted_backwards() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Term.parse("7wd").before(Instant.parse("2026-11-20T10:00:00Z"), Weeks.nineToSix()))
                .withMessageContaining("нельзя отсчитать назад");
    }

    @Test
    void plain_days_end_at_the_same_time_of_the_clock_and_plain_hours_do_not() {
        var newYork = WorkingTime.of(
                WorkingCalendar.of(Weeks.year(2026, "holiday 2026-01-01")),
                WorkingHours.parse("пн-пт 09:00-17:00"),
                ZoneId.of("America/New_York"));
        var noonBeforeTheClocksGoForward = Instant.parse("2026-03-07T17:00:00Z");
        assertThat(Term.parse("1d").from(noonBeforeTheClocksGoForward, newYork)).isEqualTo("2026-03-08T16:00:00Z");
        assertThat(Term.parse("24h").from(noonBeforeTheClocksGoForward, newYork))
                .isEqualTo("2026-03-08T17:00:00Z");
    }

    @Test
    void lengths_of_time_are_said_in_hours_minutes_and_seconds() {
        assertThat(TimeText.durationText(Duration.ofMinutes(90))).isEqualTo("1 ч 30 мин");
        assertThat(TimeText.durationText(Duration.ofHours(26))).isEqualTo("26 ч");
        assertThat(TimeText.durationText(Duration.ofSeconds(59))).isEqualTo("59 с");
        assertThat(TimeText.durationText(Duration.ZERO)).isEqualTo("0 мин");
        assertThat(TimeText.durationText(Duration.ofMinutes(-5))).isEqualTo("−5 мин");
    }
}
