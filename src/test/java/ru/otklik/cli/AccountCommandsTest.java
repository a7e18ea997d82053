package ru.otklik.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.otklik.directory.OnPostgres;
import ru.otklik.directory.People;

@OnPostgres
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccountCommandsTest {

    private record Answer(int code, String out, String err) {}

    @Autowired
    List<Command> commands;

    @Autowired
    People people;

    @Test
    void a_token_is_created_listed_and_revoked() {
        var created = run("token create", "--user", "operator", "--name", "мониторинг СМИ");
        assertThat(created.out).startsWith("otk_").hasLineCount(1);
        var line = run("token list")
                .out
                .lines()
                .filter(l -> l.contains("мониторинг СМИ"))
                .toList();
        assertThat(line).singleElement().asString().contains("operator", "действует");
        var id = line.get(0).split("\t")[0];
        assertThat(run("token revoke", id).code).isEqualTo(Command.OK);
        assertThat(run("token revoke", id).code).isEqualTo(Command.FAILED);
        assertThat(run("token list").out).contains("отозван");
    }

    @Test
    void a_first_administrator_is_made_and_a_forgotten_password_replaced() {
        var made = run(
                "user create",
                "--login",
                "boss",
                "--name",
                "Первый А. А.",
                "--position",
                "администратор",
                "--role",
                "administrator");
        assertThat(made.code).isEqualTo(Command.OK);
        var password = made.out.strip().replaceAll(".*: ", "");
        assertThat(people.findByPassword("boss", password)).isPresent();
        var changed = run("user password", "boss").out.strip().replaceAll(".*: ", "");
        assertThat(people.findByPassword("boss", password)).isEmpty();
        assertThat(people.findByPassword("boss", changed)).isPresent();
    }

    @Test
    void what_is_typed_wrongly_is_answered_with_the_right_way() {
        assertThat(run("token create")).satisfies(a -> {
            assertThat(a.code).isEqualTo(Command.USAGE);
            assertThat(a.err).contains("Не указано, чей это токен.", "./otklik token create --user");
        });
        assertThat(run("token create", "--who", "x").code).isEqualTo(Command.USAGE);
        assertThat(run("token create", "--user").err).contains("нужно значение");
        assertThat(run("token create", "--user", "нет такого").code).isEqualTo(Command.FAILED);
        assertThat(run("user create", "--login", "x1", "--role", "king").err).contains("Нет такой роли: king");
        assertThat(run("user create", "--login", "x1", "--role", "executor").code)
                .isEqualTo(Command.FAILED);
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
