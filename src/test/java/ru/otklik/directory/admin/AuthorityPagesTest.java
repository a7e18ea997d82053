package ru.otklik.directory.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Assessment;
import ru.otklik.casework.Command;
import ru.otklik.casework.Incidents;
import ru.otklik.casework.NewMessage;
import ru.otklik.casework.World;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.Authority;
import ru.otklik.directory.OnPostgres;
import ru.otklik.directory.People;
import ru.otklik.directory.Visitor;
import ru.otklik.kernel.Role;
import ru.otklik.regulation.Importance;

@OnPostgres
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AuthorityPagesTest {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String NEW = "/admin/authorities/new";

    @Autowired
    Authorities authorities;

    @Autowired
    People people;

    @Autowired
    Incidents incidents;

    @Autowired
    World world;

    @LocalServerPort
    int port;

    Visitor administrator;

    @BeforeEach
    void signed_in() {
        administrator = Visitor.signedIn(port, "admin", "otklik-demo");
    }

    @Test
    void an_authority_is_added_renamed_and_given_an_overseer_and_hours() {
        Authority added = added();
        assertThat(authorities.missingFor(added.id()))
                .as("nobody works there yet")
                .isPresent();
        administrator.submit(
                "/admin/overseers/new", "/admin/overseers", Map.of("name", "Куратор К. К.", "position", "заместитель"));
        int overseer = authorities.overseers().stream()
                .filter(o -> o.name().equals("Куратор К. К."))
                .findFirst()
                .orElseThrow()
                .id();
        var page = "/admin/authorities/" + added.id();
        var fields = form(added, "Новое название");
        fields.put("overseer", "" + overseer);
        fields.put("hours", "пн-пт 08:00-17:00");
        assertThat(administrator.submit(page, page, fields).statusCode()).isEqualTo(302);
        Authority changed = authorities.get(added.id());
        assertThat(changed.title()).isEqualTo("Новое название");
        assertThat(changed.overseer()).isEqualTo(new Authority.DeputyChair(overseer, "Куратор К. К.", "заместитель"));
        assertThat(changed.workingHours()).isEqualTo("пн-пт 08:00-17:00");
        assertThat(administrator
                        .get("/admin/changes?subject=AUTHORITY&id=" + added.id())
                        .body())
                .contains("добавлен", "изменён", "название: Новое название", "курирует: Куратор К. К.");
    }

    @Test
    void of_two_who_fill_the_same_form_the_second_is_told_and_keeps_what_was_typed() {
        Authority added = added();
        var page = "/admin/authorities/" + added.id();
        administrator.submit(page, page, form(added, "Первый успел"));
        var answer = administrator.submit(page, page, form(added, "Второй <опоздал>"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("Пока вы заполняли форму", "название — Первый успел", "value=\"Второй &lt;опоздал>\"");
        var again = form(authorities.get(added.id()), "Второй <опоздал>");
        assertThat(administrator.submit(page, page, again).statusCode()).isEqualTo(302);
        assertThat(authorities.get(added.id()).title()).isEqualTo("Второй <опоздал>");
    }

    @Test
    void hours_that_make_no_sense_and_a_taken_code_are_refused_with_a_sentence() {
        Authority added = added();
        var page = "/admin/authorities/" + added.id();
        var wrong = form(added, "Имя");
        wrong.put("hours", "пн-пт 18:00-09:00");
        assertThat(administrator.submit(page, page, wrong).body()).contains("записаны наоборот");
        var taken = administrator.submit(
                NEW, "/admin/authorities", Map.of("code", "minjkh", "title", "Второе", "short", "второе"));
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body()).contains("Код «minjkh» уже занят", "value=\"Второе\"");
    }

    @Test
    void before_an_authority_is_closed_its_open_incidents_are_named_and_then_it_gets_nothing_new() {
        Authority lead = authorities.find("minjkh").orElseThrow();
        int probny = authorities.find("probny").orElseThrow().id();
        var operator = people.findByLogin("operator").orElseThrow();
        var actor = new Actor(operator.id(), operator.name(), java.util.Set.of(Role.OPERATOR), null);
        var message = new NewMessage(
                "sandbox",
                "1",
                "c" + COUNT.incrementAndGet(),
                null,
                null,
                null,
                "Крыша",
                null,
                java.util.List.of(),
                null);
        var known = new Assessment(null, null, Importance.ORDINARY, true);
        long id = incidents.receive(message, known, null).incident();
        incidents
                .handle(id, null, new Command.Route(lead.id(), java.util.List.of(probny), null, known), actor)
                .get();

        assertThat(administrator
                        .get("/admin/authorities/" + lead.id() + "/close")
                        .body())
                .contains("href=\"/?tab=all&amp;authority=" + lead.id() + "\">1</a>");
        var close = "/admin/authorities/" + probny + "/close";
        assertThat(administrator.get(close).body()).contains("href=\"/incidents/" + id + "\"");
        administrator.submit(close, "/admin/authorities/" + probny + "/active", Map.of("active", "false"));
        assertThat(world.obstacle(probny)).hasValueSatisfying(s -> assertThat(s).contains("больше не работает"));
        var page = "/admin/authorities/" + probny;
        administrator.submit(page, page + "/active", Map.of("active", "true"));
        assertThat(world.obstacle(probny)).isEmpty();
    }

    private Authority added() {
        String code = "novy-" + COUNT.incrementAndGet();
        var answer = administrator.submit(
                NEW,
                "/admin/authorities",
                Map.of("code", code, "title", "Комитет " + code, "short", code, "kind", "EXECUTIVE"));
        assertThat(answer.statusCode()).isEqualTo(302);
        return authorities.find(code).orElseThrow();
    }

    private static Map<String, String> form(Authority seen, String title) {
        return new HashMap<>(
                Map.of("version", "" + seen.version(), "title", title, "short", seen.shortTitle(), "hours", ""));
    }
}
