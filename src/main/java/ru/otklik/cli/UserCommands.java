package ru.otklik.cli;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.Authority;
import ru.otklik.directory.People;
import ru.otklik.directory.Staffing;
import ru.otklik.kernel.Outcome;
import ru.otklik.kernel.Role;

/** People from the command line: the first administrator, and a forgotten password. */
@Configuration(proxyBeanMethods = false)
class UserCommands {

    private final Staffing staffing;
    private final People people;
    private final Authorities authorities;

    UserCommands(Staffing staffing, People people, Authorities authorities) {
        this.staffing = staffing;
        this.people = people;
        this.authorities = authorities;
    }

    @Bean
    Command userCreate() {
        return new AccountCommand(
                "user create",
                "завести пользователя",
                "user create --login ЛОГИН --name ФИО --position ДОЛЖНОСТЬ --role РОЛЬ [--role РОЛЬ] [--authority КОД];"
                        + " роли: " + String.join(", ", roleNames()),
                Set.of("login", "name", "position", "role", "authority"),
                this::create);
    }

    @Bean
    Command userPassword() {
        return new AccountCommand(
                "user password", "задать новый пароль", "user password ЛОГИН", Set.of(), this::password);
    }

    private Outcome<?> create(Options given, PrintStream out) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : given.list("role")) {
            String wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
            var role = Arrays.stream(Role.values())
                    .filter(r -> r.name().equals(wanted))
                    .findFirst();
            if (role.isEmpty()) {
                return Outcome.refused("usage", "Нет такой роли: " + name);
            }
            roles.add(role.get());
        }
        Optional<Authority> authority = given.find("authority").flatMap(authorities::find);
        if (given.find("authority").isPresent() && authority.isEmpty()) {
            return Outcome.refused(
                    "no-authority",
                    "Нет органа власти с кодом «%s»."
                            .formatted(given.list("authority").get(0)));
        }
        if (given.find("login").isEmpty()) {
            return Outcome.refused("usage", "Не указан логин.");
        }
        var draft = new Staffing.Draft(
                given.find("login").get(),
                given.find("name").orElse(""),
                given.find("position").orElse(""),
                authority.map(Authority::id).orElse(null),
                roles);
        return staffing.add(draft, null).map(hired -> {
            out.println("Пользователь %s заведён. Пароль: %s"
                    .formatted(hired.person().login(), hired.password()));
            return hired;
        });
    }

    private Outcome<?> password(Options given, PrintStream out) {
        if (given.words().size() != 1) {
            return Outcome.refused("usage", "Укажите один логин.");
        }
        String login = given.words().get(0);
        return people.findByLogin(login)
                .<Outcome<?>>map(person -> {
                    var reset = staffing.resetPassword(person.id(), null);
                    out.println("Новый пароль %s: %s".formatted(person.login(), reset.password()));
                    return Outcome.done(reset);
                })
                .orElseGet(() -> Outcome.refused("no-person", "Нет пользователя «%s».".formatted(login)));
    }

    private static Iterable<String> roleNames() {
        return Arrays.stream(Role.values())
                .map(r -> r.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
