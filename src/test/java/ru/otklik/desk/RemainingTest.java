package ru.otklik.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import ru.otklik.region.Region;
import ru.otklik.worktime.WorkingTime;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RemainingTest {

    private static final WorkingTime TIME =
            Region.named("stavropol").workingTime().workingTime();
    private static final String FRI_20_NOV_16_30 = "2026-11-20T16:30";
    private static final String FRI_20_NOV_18_20 = "2026-11-20T18:20";
    private static final String MON_23_NOV_11_30 = "2026-11-23T11:30";

    @Test
    void far_terms_are_told_in_working_time() {
        assertThat(at(FRI_20_NOV_16_30, MON_23_NOV_11_30)).isEqualTo("осталось 4 ч");
        assertThat(at(MON_23_NOV_11_30, FRI_20_NOV_16_30)).isEqualTo("просрочено на 4 ч");
    }

    @Test
    void the_last_hour_runs_by_the_wall_clock_as_thirty_minutes_do() {
        assertThat(at("2026-11-20T17:50", FRI_20_NOV_18_20)).isEqualTo("осталось 30 мин");
    }

    @Test
    void nothing_is_ever_zero_minutes() {
        assertThat(at("2026-11-23T11:29:30", MON_23_NOV_11_30)).isEqualTo("осталось меньше минуты");
        assertThat(at("2026-11-23T11:30:20", MON_23_NOV_11_30)).isEqualTo("срок только что прошёл");
        assertThat(at("2026-11-21T12:00", FRI_20_NOV_18_20)).isEqualTo("просрочено, рабочее время ещё не шло");
        assertThat(at("2026-11-21T12:00", "2026-11-22T12:00")).isEqualTo("осталось 24 ч");
    }

    @Test
    void beyond_the_calendar_nothing_is_guessed() {
        assertThat(at(FRI_20_NOV_16_30, "2040-01-10T12:00")).isEqualTo("срок за пределами календаря");
    }

    private static String at(String now, String due) {
        return Remaining.of(instant(due), instant(now), TIME).text();
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(TIME.zone()).toInstant();
    }
}
