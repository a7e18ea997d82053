package ru.otklik.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import ru.otklik.database.OtklikTest;
import ru.otklik.intake.Importing;

@OtklikTest(properties = "otklik.demo=true")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApiTest extends ApiCalls {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String LEAD = "housing-ministry";

    @Autowired
    Importing importing;

    @Test
    void a_message_is_created_once_and_a_changed_text_is_a_revision() {
        String id = "m" + COUNT.incrementAndGet();
        var first = post("operator", "messages", message(id, "Нет воды на улице Мира"));
        assertThat(first).hasStatus(201);
        long incident = body(first).get("id").asLong();
        assertThat(first.getResponse().getHeader("Location")).isEqualTo("/api/v1/incidents/" + incident);
        var again = post("operator", "messages", message(id, "Нет воды на улице Мира"));
        assertThat(again).hasStatus(200);
        assertThat(body(again).get("id").asLong()).isEqualTo(incident);
        assertThat(body(again).get("revised").asBoolean()).isFalse();
        var changed = post("operator", "messages", message(id, "Нет воды и света на улице Мира"));
        assertThat(body(changed).get("revised").asBoolean()).isTrue();
        assertThat(body(changed).get("id").asLong()).isEqualTo(incident);
    }

    @Test
    void a_message_that_cannot_be_stored_is_refused_with_a_sentence() {
        assertThat(refusal(post("operator", "messages", message("x1", "<p> </p>"))))
                .isEqualTo("422 no-text");
        assertThat(refusal(post("operator", "messages", message("x2", "а\\u0000б"))))
                .isEqualTo("422 nul");
        assertThat(refusal(post("operator", "messages", message("x\\ud83d", "Нет воды"))))
                .isEqualTo("422 nul");
        String old = message("x4", "Нет воды").replace("\"text\"", "\"postedAt\":\"-99999-01-01T00:00:00Z\",\"text\"");
        assertThat(refusal(post("operator", "messages", old))).isEqualTo("422 too-old");
        assertThat(refusal(post("operator", "messages", "{\"network\":\"sandbox\"}")))
                .isEqualTo("400 bad-request");
        assertThat(refusal(post("operator", "messages", "{\"network\":"))).isEqualTo("400 bad-request");
        assertThat(refusal(post("controller", "messages", message("x3", "Нет воды"))))
                .isEqualTo("403 no-right");
    }

    @Test
    void one_incident_goes_the_whole_way_to_the_published_answer() {
        long id = incident();
        assertThat(state(act("operator", id, "route", """
                {"lead":"%s","coExecutors":["roads-ministry"],"assessment":{"importance":"ORDINARY"}}""".formatted(LEAD)))).isEqualTo("IN_WORK");
        assertThat(act("roads-ministry-executor", id, "send-contribution", "{\"text\":\"Дорогу отремонтируют.\"}"))
                .hasStatus(200);
        assertThat(act("approver", id, "accept-contribution", "{\"authority\":\"roads-ministry\"}"))
                .hasStatus(200);
        var executor = LEAD + "-executor";
        var draft = act(executor, id, "save-draft", "{\"kind\":\"FINAL\",\"text\":\"Воду включат завтра.\"}");
        assertThat(body(draft).get("drafts").asInt()).isEqualTo(1);
        assertThat(state(act(executor, id, "submit", "{\"draft\":1,\"accurate\":true}")))
                .isEqualTo("AWAITING_APPROVAL");
        assertThat(state(act("approver", id, "approve", "{\"draft\":1}"))).isEqualTo("APPROVED");
        assertThat(state(act(executor, id, "record-publication", "{\"url\":\"https://example.org/1\"}")))
                .isEqualTo("ANSWERED");
        var whole = body(get(executor, "incidents/" + id));
        assertThat(whole.get("lead").asString()).isEqualTo(LEAD);
        assertThat(whole.get("message").get("text").asString()).isEqualTo("Нет воды");
        assertThat(whole.get("obligations").size()).isPositive();
        assertThat(whole.get("obligations").get(0).get("explanation").asString())
                .isNotBlank();
        assertThat(whole.get("obligations")
                        .valueStream()
                        .filter(o -> o.get("term").asString().equals("route")))
                .singleElement()
                .satisfies(o -> assertThat(o.get("met").asBoolean()).isTrue());
        assertThat(whole.get("obligations")
                        .valueStream()
                        .filter(o -> o.get("term").asString().equals("return")))
                .as("the right to return it, of clause 10")
                .singleElement()
                .satisfies(o -> assertThat(o.get("kind").asString()).isEqualTo("RIGHT"));
        assertThat(whole.get("drafts").get(0).get("text").asString()).isEqualTo("Воду включат завтра.");
    }

    @Test
    void a_rule_a_lost_race_and_a_strange_number_are_three_kinds_of_no() {
        long id = incident();
        assertThat(refusal(act("operator", id, "publish", "{}"))).startsWith("422 ");
        assertThat(refusal(act("operator", id, "route", "{\"lead\":\"nobody\"}")))
                .isEqualTo("422 no-authority");
        assertThat(refusal(act("operator", id, "assess", "{\"importance\":\"HUGE\"}")))
                .isEqualTo("400 bad-request");
        var stale = act("operator", id, "assess", "{\"importance\":\"ORDINARY\",\"version\":7}");
        assertThat(refusal(stale)).isEqualTo("409 stale-incident");
        assertThat(body(stale).get("version").asInt()).isZero();
        assertThat(body(stale).get("state").asString()).isEqualTo("DETECTED");
        assertThat(refusal(act("operator", 987_654, "publish", "{}"))).isEqualTo("404 no-incident");
        assertThat(refusal(get("operator", "incidents/abc"))).isEqualTo("400 bad-request");
    }

    @Test
    void an_authority_sees_only_what_it_takes_part_in() {
        long id = incident();
        var executor = LEAD + "-executor";
        assertThat(refusal(get(executor, "incidents/" + id))).isEqualTo("404 no-incident");
        act("operator", id, "route", "{\"lead\":\"%s\",\"assessment\":{\"importance\":\"ORDINARY\"}}".formatted(LEAD));
        assertThat(get(executor, "incidents/" + id)).hasStatus(200);
        assertThat(refusal(get("roads-ministry-executor", "incidents/" + id))).isEqualTo("404 no-incident");
        assertThat(refusal(act("roads-ministry-executor", id, "return", "{\"reason\":\"не наше\"}")))
                .isEqualTo("404 no-incident");
        assertThat(numbers(get(executor, "incidents?state=IN_WORK"))).contains(id);
        assertThat(numbers(get("roads-ministry-executor", "incidents"))).doesNotContain(id);
    }

    @Test
    void a_list_goes_on_from_its_cursor() {
        long older = incident();
        long newer = incident();
        var first = body(get("operator", "incidents?limit=1&state=DETECTED"));
        assertThat(first.get("items").get(0).get("id").asLong()).isEqualTo(newer);
        var second =
                get("operator", "incidents?limit=1&cursor=" + first.get("next").asString());
        assertThat(numbers(second)).containsExactly(older);
        assertThat(numbers(get("operator", "incidents?overdue=true&authority=" + LEAD + "&topic=none")))
                .isEmpty();
        act("operator", older, "assess", "{\"importance\":\"ORDINARY\"}");
        act("operator", newer, "assess", "{\"importance\":\"SIGNIFICANT\"}");
        assertThat(numbers(get("operator", "incidents?importance=ELEVATED")))
                .contains(newer)
                .doesNotContain(older);
        assertThat(refusal(get("operator", "incidents?limit=1000"))).isEqualTo("400 bad-request");
    }

    @Test
    void the_description_is_open_and_names_every_action() {
        var description = mvc.get().uri("/api/docs/openapi.json").exchange();
        assertThat(description).hasStatus(200);
        assertThat(description).bodyText().contains("/api/v1/incidents/{id}/mark-test", "Передать найденное сообщение");
        assertThat(mvc.get().uri("/api/docs").exchange()).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/api/swagger-ui/index.html").exchange()).hasStatus(200);
    }

    @Test
    void a_file_imported_twice_adds_nothing_and_names_its_broken_rows(@TempDir Path home) throws Exception {
        var file = home.resolve("первый.csv");
        Files.writeString(file, "id;текст\nf1;нет воды\nf2;\nf3;<p>нет газа</p>\n");
        var first = importing.run(file, Map.of(), null, n -> {}).get();
        assertThat(first.created()).isEqualTo(2);
        assertThat(first.skipped()).extracting(s -> s.line()).containsExactly(3);
        var renamed = Files.move(file, home.resolve("второй.csv"));
        assertThat(importing.run(renamed, Map.of(), null, n -> {}).get().known())
                .isEqualTo(2);
        Files.writeString(renamed, "id;текст\nf1;нет воды третий день\n");
        assertThat(importing.run(renamed, Map.of(), null, n -> {}).get().created())
                .as("a number alone is the row's: another file has one like it")
                .isEqualTo(1);
        var told = "id;сеть;обсуждение;текст\nf1;вк;wall-1_2;%s\n";
        Files.writeString(renamed, told.formatted("нет воды"));
        importing.run(renamed, Map.of(), null, n -> {}).get();
        Files.writeString(renamed, told.formatted("нет воды третий день"));
        assertThat(importing.run(renamed, Map.of(), null, n -> {}).get().revised())
                .as("where the network and the discussion are told, it is the same message")
                .isEqualTo(1);
    }
}
