package ru.otklik.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExplanationTest {

    private static final WorkingTime TIME = Weeks.nineToSix();

    @Test
    void four_working_hours_from_friday_16_30_end_on_monday_11_30() {
        assertThat(explain("4wh", "2026-11-20T16:30"))
                .containsExactly(
                        "пт 20.11 16:30–18:00: 1 ч 30 мин",
                        "сб 21.11, вс 22.11: выходные",
                        "пн 23.11 09:00–11:30: 2 ч 30 мин",
                        "срок истекает: пн 23.11.2026 11:30");
    }

    @Test
    void a_start_outside_working_time_says_when_the_count_begins() {
        assertThat(explain("1wh", "2026-11-21T12:00"))
                .containsExactly(
                        "начало в нерабочее время, отсчёт с пн 23.11 09:00",
                        "сб 21.11, вс 22.11: выходные",
                        "пн 23.11 09:00–10:00: 1 ч",
                        "срок истекает: пн 23.11.2026 10:00");
        assertThat(explain("1wh", "2026-11-23T13:20"))
                .startsWith("начало в нерабочее время, отсчёт с пн 23.11 14:00", "пн 23.11 14:00–15:00: 1 ч");
    }

    @Test
    void lunch_short_days_holidays_and_moved_days_are_named() {
        assertThat(explain("1wh", "2026-11-23T12:30"))
                .startsWith("пн 23.11 12:30–13:00 и 14:00–14:30: 1 ч (обед не считается)");
        assertThat(explain("4wh", "2026-06-11T16:00"))
                .startsWith(
                        "чт 11.06 16:00–17:00: 1 ч (сокращённый день)",
                        "пт 12.06: праздничный день; сб 13.06, вс 14.06: выходные");
        assertThat(explain("4wh", "2024-04-27T10:00"))
                .startsWith("сб 27.04 10:00–13:00 и 14:00–15:00: 4 ч (рабочий день по переносу, обед не считается)");
    }

    @Test
    void a_long_run_of_days_off_is_one_line() {
        assertThat(explain("2wh", "2026-12-30T17:30"))
                .contains(
                        "чт 31.12 – вс 10.01: нерабочие дни, всего 11 (выходные, праздничные дни, выходные по переносу)");
    }

    @Test
    void seven_working_days_are_numbered() {
        assertThat(explain("7wd", "2026-06-10T15:00"))
                .containsExactly(
                        "ср 10.06: день начала не считается",
                        "чт 11.06: 1-й рабочий день (сокращённый день)",
                        "пт 12.06: праздничный день; сб 13.06, вс 14.06: выходные",
                        "пн 15.06 – пт 19.06: 2–6-й рабочие дни",
                        "сб 20.06, вс 21.06: выходные",
                        "пн 22.06: 7-й рабочий день",
                        "срок истекает: пн 22.06.2026 18:00");
    }

    @Test
    void whole_weeks_are_folded_and_the_middle_of_a_long_term_is_left_out() {
        assertThat(explain("40wh", "2026-11-20T17:50:17"))
                .containsSequence(
                        "пт 20.11 17:50:17–18:00: 9 мин 43 с",
                        "сб 21.11, вс 22.11: выходные",
                        "пн 23.11 – чт 26.11: по 8 ч, всего 32 ч",
                        "пт 27.11 09:00–13:00 и 14:00–17:50:17: 7 ч 50 мин 17 с (обед не считается)");
        assertThat(explain("400wh", "2026-01-20T17:50")).hasSize(12).anyMatch(l -> l.matches("… ещё .* ч …"));
    }

    @Test
    void plain_time_runs_through() {
        assertThat(explain("30m", "2026-11-20T17:50"))
                .containsExactly(
                        "30 минут подряд, нерабочее время не вычитается", "срок истекает: пт 20.11.2026 18:20");
    }

    @Test
    void an_hour_before_the_deadline_says_from_which_deadline() {
        assertThat(Term.parse("1wh").explainBefore(at("2026-11-23T11:30"), TIME))
                .containsExactly(
                        "за 1 рабочий час до пн 23.11.2026 11:30",
                        "пн 23.11 10:30–11:30: 1 ч",
                        "не позднее: пн 23.11.2026 10:30");
    }

    @Test
    void midnight_is_24_00_and_a_night_is_cut_at_it() {
        var night = WorkingTime.of(
                Weeks.calendar(), WorkingHours.parse("пт 20:00-24:00; сб 00:00-06:00"), ZoneId.of("Europe/Moscow"));
        assertThat(Term.parse("5wh").explain(at("2026-11-20T21:00"), night))
                .containsExactly(
                        "пт 20.11 21:00–24:00: 3 ч", "сб 21.11 00:00–02:00: 2 ч", "срок истекает: сб 21.11.2026 02:00");
        assertThat(Term.parse("11wh").explain(at("2026-11-20T20:00"), night))
                .contains("вс 22.11 – чт 26.11: нерабочие дни, всего 5 (выходные, не рабочие дни по графику)");
    }

    private static List<String> explain(String term, String from) {
        return Term.parse(term).explain(at(from), TIME);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(TIME.zone()).toInstant();
    }
}
