package ru.otklik.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.otklik.access.ApiTokens;
import ru.otklik.directory.People;
import ru.otklik.kernel.Outcome;

/** Tokens of the API. */
@Configuration(proxyBeanMethods = false)
class TokenCommands {

    private final ApiTokens tokens;
    private final People people;

    TokenCommands(ApiTokens tokens, People people) {
        this.tokens = tokens;
        this.people = people;
    }

    @Bean
    Command tokenCreate() {
        return new AccountCommand(
                "token create",
                "выдать токен API",
                "token create --user ЛОГИН [--name ДЛЯ_ЧЕГО]",
                Set.of("user", "name"),
                this::create);
    }

    @Bean
    Command tokenList() {
        return new AccountCommand("token list", "токены API", "token list", Set.of(), this::list);
    }

    @Bean
    Command tokenRevoke() {
        return new AccountCommand("token revoke", "отозвать токен API", "token revoke НОМЕР", Set.of(), this::revoke);
    }

    private Outcome<?> create(Options given, PrintStream out) {
        if (given.find("user").isEmpty()) {
            return Outcome.refused("usage", "Не указано, чей это токен.");
        }
        String login = given.find("user").get();
        var person = people.findByLogin(login);
        if (person.isEmpty() || !person.get().active()) {
            return Outcome.refused("no-person", "Нет действующего пользователя «%s».".formatted(login));
        }
        var issued = tokens.create(
                person.get(), given.find("name").filter(n -> !n.isBlank()).orElse("API"));
        out.println(issued.token());
        return Outcome.done(issued);
    }

    private Outcome<?> list(Options given, PrintStream out) {
        var all = tokens.list();
        for (var token : all) {
            out.printf(
                    "%d\t%s\t%s\tвыдан %s\tиспользован %s\t%s%n",
                    token.id(),
                    token.login(),
                    token.name(),
                    shown(token.createdAt()),
                    shown(token.lastUsedAt()),
                    token.revokedAt() == null ? "действует" : "отозван " + shown(token.revokedAt()));
        }
        return Outcome.done(all);
    }

    private Outcome<?> revoke(Options given, PrintStream out) {
        if (given.words().size() != 1 || !given.words().get(0).matches("\\d{1,9}")) {
            return Outcome.refused("usage", "Укажите номер токена из списка: ./otklik token list");
        }
        String id = given.words().get(0);
        if (!tokens.revoke(Integer.parseInt(id))) {
            return Outcome.refused("no-token", "Нет действующего токена с номером %s.".formatted(id));
        }
        out.println("Токен " + id + " отозван.");
        return Outcome.done(id);
    }

    private static String shown(@Nullable Instant at) {
        return at == null ? "—" : at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
