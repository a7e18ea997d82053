package ru.otklik.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import ru.otklik.database.OtklikTest;

@OtklikTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommandsTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream console = new PrintStream(said, true, StandardCharsets.UTF_8);

    @Test
    void the_help_lists_every_command_and_no_other(@Autowired ObjectProvider<Command> beans) {
        var commands = Stream.concat(Commands.PLAIN.stream(), beans.stream()).toList();
        var names = new ArrayList<>(List.of("run", "test", "load"));
        commands.forEach(c -> names.add(c.name()));
        assertThat(Commands.names()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(Commands.help().lines().map(l -> l.strip().replaceAll("  +", " ")))
                .containsAll(
                        commands.stream().map(c -> c.name() + " " + c.summary()).toList());
    }

    @Test
    void an_unknown_command_is_a_sentence_and_exit_code_2() {
        assertThat(run("fly", "away")).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("fly away").contains("./otklik help");
    }

    @Test
    void a_plain_command_runs_without_the_application() {
        assertThat(run("help")).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("OTKLIK_HOME");
    }

    private int run(String... words) {
        return Commands.run(List.of(words), console, console, CommandsTest::never);
    }

    private static ConfigurableApplicationContext never() {
        throw new AssertionError("the application was started");
    }
}
