package ru.otklik.access.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.otklik.directory.OnPostgres;
import ru.otklik.directory.Visitor;

@OnPostgres
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SectionsTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({"operator, true, false", "controller, false, true", "approver, false, false", "admin, true, true"})
    void each_role_sees_the_sections_that_are_open_to_it(String login, boolean mayImport, boolean maySeeDirectory) {
        String page =
                Visitor.signedIn(port, login, "otklik-demo").get("/password").body();
        assertThat(page).contains(">Очередь</a>", "href=\"/password\" aria-current=\"page\"");
        assertThat(page.contains(">Импорт</a>")).isEqualTo(mayImport);
        assertThat(page.contains(">Справочник</a>")).isEqualTo(maySeeDirectory);
    }

    @Test
    void the_greeting_names_a_sign_in_for_every_role_and_the_password(@Autowired DemoGreeting greeting) {
        assertThat(greeting.lines())
                .anyMatch(l -> l.endsWith("пароль у всех один: otklik-demo"))
                .anyMatch(l -> l.startsWith("  operator: оператор ЦУР"))
                .anyMatch(l -> l.contains("исполнитель"));
    }
}
