package ru.otklik.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.otklik.database.OtklikTest;

@OtklikTest(properties = "otklik.home=target/command-home")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CalendarCommandsTest {

    private record Answer(int code, String out, String err) {}

    @Autowired
    List<Command> commands;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @Test
    void a_year_is_imported_and_listed() throws IOException {
        var done = run("calendar import", file("2028.yml", "years:\n  2028:\n    holidays: 01.01-08.01 09.05\n"));
        assertThat(done.err).isEmpty();
        assertThat(done.code).isEqualTo(Command.OK);
        assertThat(done.out)
                .contains("Станут нерабочими: 6", "вт 09.05: праздничный день", "Календарь на 2028 год добавлен.");
        var list = run("calendar list");
        assertThat(list.code).isEqualTo(Command.OK);
        assertThat(list.out.lines()).hasSize(17).anyMatch(l -> l.startsWith("2028\t") && l.endsWith("2028.yml"));
        assertThat(list.out).contains("командная строка", "2027\tрабочих дней");
        assertThat(jdbc.sql("select act from directory_change where subject = 'CALENDAR'")
                        .query(String.class)
                        .list())
                .containsExactly("добавлен");

        assertThat(run("calendar import", file("2028.yml", "years:\n  2028:\n    holidays: 01.01-08.01 09.05\n")).code)
                .as("the same again")
                .isEqualTo(Command.FAILED);
    }

    @Test
    void a_wrong_file_and_a_wrong_call_have_their_sentences_and_codes() throws IOException {
        var bad = run("calendar import", file("bad.xml", "<calendar year='2029'/>"));
        assertThat(bad.code).isEqualTo(Command.FAILED);
        assertThat(bad.err).contains("1 января не отмечено").hasLineCount(1);
        assertThat(run("calendar import").code).isEqualTo(Command.USAGE);
        assertThat(run("calendar import", "a", "b").err).contains("Укажите один файл", "./otklik calendar import ФАЙЛ");
        assertThat(run("calendar import", folder.resolve("no.xml").toString()).code)
                .isEqualTo(Command.USAGE);
        assertThat(run("calendar import", folder.toString()).code).isEqualTo(Command.USAGE);
        assertThat(run("calendar list", "2028").code).isEqualTo(Command.USAGE);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private Answer run(String name, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var command =
                commands.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
        int code = command.run(List.of(arguments), print(out), print(err));
        return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
