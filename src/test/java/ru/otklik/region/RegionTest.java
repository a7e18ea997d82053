package ru.otklik.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.otklik.worktime.DayKind;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RegionTest {

    @TempDir
    private Path regions;

    @Test
    void a_directory_of_regions_goes_before_the_application() throws IOException {
        write("working-time.yml", "zone: Asia/Omsk\ncalendar: ru\nhours: пн-пт 09:00-17:00\n");
        var settings = Region.in(regions, "omsk").workingTime();
        assertThat(settings.zone()).hasToString("Asia/Omsk");
        assertThat(settings.warnDays()).isEqualTo(60);
        assertThat(settings.calendar().to()).isAfter("2026-12-31");
    }

    @Test
    void a_region_may_bring_its_own_calendar() throws IOException {
        write("working-time.yml", "zone: Asia/Omsk\ncalendar: ru\npresidential-days-off: нет\nhours: пн 9:00-17:00\n");
        write("calendars/ru.yml", "years:\n  2026:\n    holidays: 01.01-03.01 12.06\n    presidential: 15.06\n");
        var calendar = Region.in(regions, "omsk").workingTime().calendar();
        assertThat(calendar.to()).isEqualTo("2026-12-31");
        assertThat(calendar.kind(LocalDate.of(2026, 1, 2))).isEqualTo(DayKind.HOLIDAY);
        assertThat(calendar.kind(LocalDate.of(2026, 6, 15))).isEqualTo(DayKind.WORKDAY);
    }

    @Test
    void an_unknown_region_and_a_name_that_leaves_the_directory_are_refused() {
        assertThatExceptionOfType(BadRegionFile.class)
                .isThrownBy(() -> Region.named("atlantis").workingTime())
                .withMessageContaining("regions/atlantis/working-time.yml");
        assertThatExceptionOfType(BadRegionFile.class)
                .isThrownBy(() -> Region.in(regions, "omsk").workingTime());
        assertThatIllegalArgumentException().isThrownBy(() -> Region.named("../etc"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "zone: Mars/Olympus                 | :1: неизвестный часовой пояс «Mars/Olympus»",
                "zone: UTC                          | :1: не указано «hours»",
                "zone: UTC;hours: пн 9:00-8:00      | :2: Часы 09:00–08:00 записаны наоборот",
                "zone: UTC;hours:;  пн-пт: 9:00-10:00 9:30-11:00 | :3: В графике на «пн» часы пересекаются",
                "zone: UTC;hours:;  xx: 9:00-10:00  | :3: Непонятные дни недели «xx»",
                "zone: UTC;hours: {}                | :2: В графике нет ни одного рабочего часа",
                "zone: UTC;colour: red              | :2: неизвестный ключ «colour»",
                "zone: UTC;zone: UTC                | :2: ключ «zone» написан дважды",
                "zone: UTC;warn-days: many          | :2: «many» — не целое число",
                "zone: UTC;warn-days: -1            | :2: число дней не может быть отрицательным",
                "zone: UTC;presidential-days-off: 1 | :2: «1»: нужно «да» или «нет»",
                "zone: UTC;hours: пн 9:00-10:00;calendar: ../x | :3: Имя «../x» не годится",
                "zone: [UTC                         | это не YAML",
                "- zone                             | :1: здесь нужны строки вида",
                "zone: ~                            | :1: здесь нужен текст",
                "zone: !!javax.script.ScriptEngineManager [] | :1: это не YAML",
            })
    void a_wrong_file_names_the_line_and_the_reason(String content, String reason) throws IOException {
        write("working-time.yml", content.replace(";", "\n"));
        assertThatExceptionOfType(BadRegionFile.class)
                .isThrownBy(() -> Region.in(regions, "omsk").workingTime())
                .withMessageContaining("working-time.yml")
                .withMessageContaining(reason);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "holidays: 31.02          | :3: такой даты",
                "holidays: 1.2            | :3: непонятная дата «1.2»",
                "holidays: 05.01-03.01    | :3: промежуток «05.01-03.01» записан наоборот",
                "holidays: 05.01 05.01    | :3: дата 2026-01-05 записана дважды",
                "holidays: 05.01;    off: 05.01 | дата 2026-01-05 отмечена дважды",
                "working: 15.06           | не может быть отмечен как «рабочий день по переносу»",
                "short: 13.06             | не может быть отмечен как «сокращённый день»",
                "holiday: 13.06           | неизвестный ключ «holiday»",
            })
    void a_wrong_calendar_names_the_line_and_the_reason(String line, String reason) throws IOException {
        write("working-time.yml", "zone: UTC\ncalendar: ru\nhours: пн 9:00-17:00\n");
        write("calendars/ru.yml", "years:\n  2026:\n    " + line.replace(";", "\n") + "\n");
        assertThatExceptionOfType(BadRegionFile.class)
                .isThrownBy(() -> Region.in(regions, "omsk").workingTime())
                .withMessageContaining("ru.yml")
                .withMessageContaining(reason);
    }

    private void write(String file, String content) throws IOException {
        Path path = regions.resolve("omsk").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
