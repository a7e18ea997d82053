package ru.otklik.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.otklik.directory.MovableClock;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeadlineCommandTest {

    @TempDir
    Path home;

    private Instant now = MovableClock.FRI_20_NOV_16_30;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({"2026-11-20T16:30", "2026-11-20T13:30:00Z", "2026-11-20T18:30+05:00"})
    void the_due_instant_comes_first_and_the_reasons_after_it(String from) {
        assertThat(run("", "4wh", "--from", from, "--region", "stavropol")).isEqualTo(Command.OK);
        assertThat(text(out).lines())
                .containsExactly(
                        "2026-11-23T11:30+03:00[Europe/Moscow]",
                        "пт 20.11 16:30–18:00: 1 ч 30 мин",
                        "сб 21.11, вс 22.11: выходные",
                        "пн 23.11 09:00–11:30: 2 ч 30 мин",
                        "срок истекает: пн 23.11.2026 11:30");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void a_batch_answers_line_by_line() {
        assertThat(run("\uFEFFterm,from\r\n4wh,2026-11-20T16:30\r\n\r\n30m, 2026-11-20T17:50:17\n", "--batch", "-"))
                .isEqualTo(Command.OK);
        assertThat(text(out)).isEqualTo("""
                        4wh,2026-11-20T16:30,2026-11-23T11:30
                        30m,2026-11-20T17:50:17,2026-11-20T18:20:17
                        """);
    }

    @Test
    void a_term_with_a_minus_is_counted_back_from_the_instant() {
        assertThat(run("", "-1wh", "--from", "2026-11-23T11:30", "--region", "stavropol"))
                .isEqualTo(Command.OK);
        assertThat(text(out).lines())
                .startsWith("2026-11-23T10:30+03:00[Europe/Moscow]")
                .endsWith("не позднее: пн 23.11.2026 10:30");
        out.reset();
        assertThat(run(
                        "-1wh,2026-11-23T11:30\n-1wh,2026-11-23T09:30\n-7wd,2026-11-23T09:30\n--1wh,2026-11-23T09:30",
                        "--batch",
                        "-"))
                .isEqualTo(Command.FAILED);
        assertThat(text(out).lines().toList())
                .startsWith("-1wh,2026-11-23T11:30,2026-11-23T10:30", "-1wh,2026-11-23T09:30,2026-11-20T17:30")
                .satisfies(l -> assertThat(l.get(2)).contains("нельзя отсчитать назад"))
                .satisfies(l -> assertThat(l.get(3)).contains("Непонятный срок"));
    }

    @Test
    void a_bad_line_is_an_error_in_its_place_and_the_rest_goes_on() {
        String lines = "4wx,2026-11-20T16:30\n4wh\n4wh,soon\n4wh,2050-01-01T10:00\n1wh,2026-11-21T12:00\n";
        assertThat(run(lines, "--batch", "-")).isEqualTo(Command.FAILED);
        assertThat(text(out).lines().toList())
                .hasSize(5)
                .satisfies(l -> assertThat(l.subList(0, 4)).allMatch(e -> e.startsWith("error: строка ")))
                .satisfies(l -> assertThat(l.get(3)).contains("Дата 01.01.2050 вне производственного календаря"))
                .endsWith("1wh,2026-11-21T12:00,2026-11-23T10:00");
    }

    @Test
    void a_batch_is_read_from_a_file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("terms.csv"), "7wd,2026-06-10T10:00\n");
        assertThat(run("", "--batch", file.toString())).isEqualTo(Command.OK);
        assertThat(text(out)).isEqualTo("7wd,2026-06-10T10:00,2026-06-22T18:00\n");
        assertThat(run("", "--batch", folder.resolve("no.csv").toString())).isEqualTo(Command.USAGE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "4wh                                  | Нужны либо срок и --from, либо --batch",
                "4wh --from                           | После «--from» нужно значение",
                "4wh 5wh --from 2026-11-20T16:30      | «5wh» — лишнее",
                "4wh --when 2026-11-20T16:30          | Неизвестный ключ «--when»",
                "4wh --batch -                        | Нужны либо",
                "4wx --from 2026-11-20T16:30          | Непонятный срок «4wx»",
                "4wh --from tomorrow                  | Непонятный момент «tomorrow»",
                "4wh --from 2026-11-20T16:30 --region atlantis | Проверьте имя региона",
                "4wh --from 2026-11-20T16:30 --region ../x | Имя «../x» не годится",
            })
    void a_wrong_call_is_told_how_to_call(String arguments, String reason) {
        assertThat(run("", arguments.split(" "))).isEqualTo(Command.USAGE);
        assertThat(text(err)).contains(reason);
        assertThat(text(out)).isEmpty();
    }

    @Test
    void a_date_outside_the_calendar_is_a_sentence() {
        assertThat(run("", "4wh", "--from", "2050-01-01T10:00")).isEqualTo(Command.FAILED);
        assertThat(text(err)).startsWith("Дата 01.01.2050 вне производственного календаря");
    }

    @Test
    void a_year_that_the_administrator_loaded_counts_in_its_region_only() throws IOException {
        Path calendar = Files.createDirectories(home.resolve("calendar"));
        Files.writeString(
                calendar.resolve("stavropol.yml"),
                "years:\n  2026:\n    holidays: 01.01 23.11\n  2028:\n    off: 01.01\n");
        assertThat(run("", "4wh", "--from", "2026-11-20T16:30")).isEqualTo(Command.OK);
        assertThat(text(out)).startsWith("2026-11-24T11:30+03:00");
        out.reset();
        assertThat(run("", "4wh", "--from", "2026-11-20T16:30", "--region", "zarechye"))
                .isEqualTo(Command.OK);
        assertThat(text(out)).startsWith("2026-11-23T");
        assertThat(run("", "4wh", "--from", "2028-06-01T10:00")).isEqualTo(Command.OK);
        Files.writeString(calendar.resolve("stavropol.yml"), "years: nothing");
        assertThat(run("", "4wh", "--from", "2026-11-20T16:30")).isEqualTo(Command.USAGE);
        assertThat(text(err)).contains("stavropol.yml:1: ");
    }

    @Test
    void sixty_days_before_the_calendar_ends_it_is_said_beside_the_answer() {
        now = Instant.parse("2027-10-31T10:00:00Z");
        run("", "4wh", "--from", "2026-11-20T16:30");
        assertThat(text(err)).isEmpty();
        now = Instant.parse("2027-10-31T21:00:00Z");
        assertThat(run("", "4wh", "--from", "2026-11-20T16:30")).isEqualTo(Command.OK);
        assertThat(text(err))
                .isEqualToIgnoringNewLines(
                        "Производственный календарь кончается 31.12.2027: осталось 60 дней. Администратору нужно загрузить календарь на 2028 год.");
    }

    private int run(String input, String... arguments) {
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return new DeadlineCommand(in, home, Clock.fixed(now, ZoneOffset.UTC))
                .run(
                        List.of(arguments),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
