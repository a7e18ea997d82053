package ru.otklik.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import ru.otklik.worktime.DayKind;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PresidentialDaysTest {

    private static final WorkingTimeSettings STAVROPOL =
            Region.named("stavropol").workingTime();

    @Test
    void the_presidential_switch_is_a_line_of_the_file() {
        LocalDate day = LocalDate.of(2020, 3, 30);
        assertThat(STAVROPOL.presidentialDaysOff()).isTrue();
        assertThat(STAVROPOL.calendar().kind(day)).isEqualTo(DayKind.NON_WORKING);
        var worked = WorkingTimeFile.read(
                YamlNode.read(
                        "working-time.yml",
                        new StringReader(
                                "zone: UTC\ncalendar: ru\npresidential-days-off: нет\nhours: пн-пт 9:00-18:00")),
                name -> STAVROPOL.calendar());
        assertThat(worked.calendar().kind(day)).isEqualTo(DayKind.WORKDAY);
        var replaced = worked.with(List.of(STAVROPOL.calendar().find(2020).orElseThrow()));
        assertThat(replaced.calendar().kind(day))
                .as("a loaded year obeys the switch too")
                .isEqualTo(DayKind.WORKDAY);
        assertThat(worked.calendar().version())
                .isNotEqualTo(STAVROPOL.calendar().version());
    }
}
