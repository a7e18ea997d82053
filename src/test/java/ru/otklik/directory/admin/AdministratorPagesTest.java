package ru.otklik.directory.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.OnPostgres;
import ru.otklik.directory.People;
import ru.otklik.directory.Visitor;

@OnPostgres
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AdministratorPagesTest {

    private static final String NEW = "/admin/people/new";

    @Autowired
    People people;

    @Autowired
    Authorities authorities;

    @LocalServerPort
    int port;

    Visitor administrator;

    @BeforeEach
    void signed_in() {
        administrator = Visitor.signedIn(port, "admin", "otklik-demo");
    }

    @Test
    void the_list_says_which_authority_is_not_ready_and_what_is_missing() {
        assertThat(administrator.get("/admin/directory").body())
                .contains(
                        "министерство пробного хозяйства",
                        "«миндор»: нет ни одного исполнителя",
                        "ЦУР и Правительство");
    }

    @Test
    void a_person_is_added_with_a_password_shown_once_and_then_turned_off() {
        var id = authorities.find("minjkh").orElseThrow().id();
        var added = administrator.submit(NEW, "/admin/people", person("vtoroy", "Второй В. В.", "" + id, "EXECUTOR"));
        var password = Pattern.compile("Пароль: <code>([^<]+)").matcher(added.body());
        assertThat(password.find()).isTrue();
        var made = people.findByPassword("vtoroy", password.group(1)).orElseThrow();
        assertThat(made.authorityId()).isEqualTo(id);
        var page = "/admin/people/" + made.id();
        assertThat(administrator.get(page).body()).contains("Второй В. В.").doesNotContain(password.group(1));
        administrator.submit(page, page + "/active", Map.of("active", "false"));
        assertThat(people.get(made.id()).active()).isFalse();
    }

    @Test
    void what_is_refused_keeps_what_was_typed() {
        var answer = administrator.submit(NEW, "/admin/people", person("operator", "Третий <Т>", "", "OPERATOR"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Логин «operator» уже занят", "value=\"Третий &lt;Т>\"", "value=\"OPERATOR\" checked");
    }

    @Test
    void nobody_turns_off_themselves() {
        var page = "/admin/people/" + people.findByLogin("admin").orElseThrow().id();
        assertThat(administrator
                        .submit(page, page + "/active", Map.of("active", "false"))
                        .body())
                .contains("Себя отключить нельзя");
        assertThat(people.findByLogin("admin").orElseThrow().active()).isTrue();
    }

    @Test
    void the_controller_reads_the_same_pages_without_a_button() {
        var controller = Visitor.signedIn(port, "controller", "otklik-demo");
        var page = "/admin/people/" + people.findByLogin("admin").orElseThrow().id();
        assertThat(controller.get("/admin/directory").body()).doesNotContain("Добавить");
        assertThat(controller.get(page).body()).contains("disabled").doesNotContain("Выдать новый пароль");
    }

    private static Map<String, String> person(String login, String name, String authority, String role) {
        return Map.of("login", login, "name", name, "position", "специалист", "authority", authority, "role", role);
    }
}
