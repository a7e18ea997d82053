package ru.otklik.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.otklik.database.OtklikTest;
import tools.jackson.databind.JsonNode;

@OtklikTest(properties = "otklik.demo=true")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApiRefusalsTest extends ApiCalls {

    private static final String ROUTE = """
            {"lead":"housing-ministry","coExecutors":["roads-ministry"],"assessment":{"importance":"ORDINARY"}}""";

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "assess     | {'importance':'ORDINARY','topik':'x'} | topik",
                "assess     | {'importance':1}                      | importance",
                "assess     | {}                                    | importance",
                "submit     | {'draft':'1','accurate':true}         | draft",
                "submit     | {'accurate':true}                     | draft",
                "submit     | {'draft':1,'accurate':'yes'}          | accurate",
                "save-draft | {'kind':'FINAL','text':{}}            | text",
                "mark-test  | {}                                    | test",
                "link-repeat| {'of':'семь'}                         | of",
                "route      | {'lead':null}                         | lead",
                "route      | {'lead':true}                         | lead",
                "save-draft | {'kind':'FINAL','text':1.5}           | text",
                "publish    | {'version':1.5}                       | version",
                "route      | {'lead':'x','assessment':{'importence':'ORDINARY'}} | assessment.importence",
            })
    void a_body_that_is_not_understood_names_its_field(String action, String body, String field) {
        long id = incident();
        var answer = act("operator", id, action, body.replace('\'', '"'));
        assertThat(refusal(answer)).isEqualTo("400 bad-request");
        assertThat(body(answer).get("detail").asString()).contains(field);
    }

    @Test
    void a_misspelt_filter_does_not_pass_for_a_list_without_it() {
        assertThat(refusal(get("operator", "incidents?overdu=true"))).isEqualTo("400 bad-request");
        assertThat(body(get("operator", "incidents?limit=5&place=x"))
                        .get("detail")
                        .asString())
                .contains("place");
        assertThat(get("operator", "incidents?limit=5&test=false")).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "\"x\"", "{", "{}}", "null"})
    void what_is_no_object_is_refused(String body) {
        assertThat(refusal(act("operator", incident(), "assess", body))).isEqualTo("400 bad-request");
    }

    @Test
    void a_form_a_wrong_method_and_a_wrong_address_get_a_problem_document_too() {
        var form = call(HttpMethod.POST, "operator", "messages", "a=b", MediaType.APPLICATION_FORM_URLENCODED);
        assertThat(refusal(form)).isEqualTo("415 not-json");
        assertThat(refusal(get("operator", "messages"))).isEqualTo("404 no-call");
        assertThat(refusal(call(HttpMethod.DELETE, "operator", "incidents/1", "")))
                .isEqualTo("404 no-call");
        String token =
                tokens.create(people.findByLogin("operator").orElseThrow(), "x").token();
        var other = mvc.get().uri("/api/v2/x").header("Authorization", "Bearer " + token);
        assertThat(refusal(other.exchange())).isEqualTo("404 no-call");
        var page = mvc.get().uri("/api/v1/incidents").header("Authorization", "Bearer " + token);
        assertThat(refusal(page.accept(MediaType.TEXT_HTML).exchange())).isEqualTo("406 not-acceptable");
    }

    @Test
    void a_very_long_text_is_refused_before_it_is_worked_on() {
        String megabyte = "а".repeat(1_000_000);
        assertThat(refusal(post("operator", "messages", message("long", megabyte))))
                .isEqualTo("422 too-long");
        assertThat(refusal(post("operator", "messages", message("longer", megabyte.repeat(3)))))
                .isEqualTo("413 too-large");
    }

    @Test
    void an_incident_of_another_authority_and_none_at_all_are_told_the_same() {
        long id = incident();
        act("operator", id, "route", ROUTE.replace("roads-ministry", "health-ministry"));
        var strange = get("roads-ministry-executor", "incidents/" + id);
        var none = get("roads-ministry-executor", "incidents/987654");
        assertThat(refusal(strange)).isEqualTo("404 no-incident");
        assertThat(body(strange).get("detail").asString().replace("" + id, "№"))
                .isEqualTo(body(none).get("detail").asString().replace("987654", "№"));
    }

    @Test
    void what_only_a_co_executor_is_late_with_is_overdue() {
        long id = incident();
        act("operator", id, "route", ROUTE);
        assertThat(numbers(get("operator", "incidents?overdue=true"))).doesNotContain(id);
        makeLate(id, "CO_EXECUTOR");
        assertThat(numbers(get("operator", "incidents?overdue=true"))).contains(id);
        assertThat(numbers(get("controller", "incidents?queue=ALL&overdue=true")))
                .contains(id);
        assertThat(numbers(get("housing-ministry-executor", "incidents?overdue=true")))
                .as("both see each other's terms")
                .contains(id);
    }

    @Test
    void a_right_that_is_over_is_not_overdue() {
        long id = incident();
        act("operator", id, "route", ROUTE);
        jdbc.sql("""
                 insert into obligation (incident_id, term, clause, bearer, is_right, opened_at, due_at, why, calendar)
                 values (:id, 'return', '10', 'LEAD', true, now(), '2020-01-01', '', '')
                 """).param("id", id).update();
        assertThat(numbers(get("operator", "incidents?overdue=true"))).doesNotContain(id);
    }

    @Test
    void a_queue_goes_on_from_its_cursor_and_refuses_a_strange_one() {
        List.of(incident(), incident(), incident());
        var first = body(get("operator", "incidents?queue=CENTRE&limit=2"));
        String next = first.get("next").asString();
        var second = get("operator", "incidents?queue=CENTRE&limit=2&cursor=" + next);
        Set<Long> seen =
                first.get("items").valueStream().map(i -> i.get("id").asLong()).collect(Collectors.toSet());
        assertThat(numbers(second)).isNotEmpty().doesNotContainAnyElementsOf(seen);
        assertThat(refusal(get("operator", "incidents?cursor=" + next))).isEqualTo("400 bad-request");
        assertThat(refusal(get("operator", "incidents?cursor=x"))).isEqualTo("400 bad-request");
        assertThat(body(get("roads-ministry-executor", "incidents?queue=CENTRE"))
                        .get("items"))
                .as("a queue of another role is empty")
                .isEmpty();
    }

    @Test
    void the_description_tells_the_body_of_each_action_and_every_refusal() {
        var api = body(mvc.get().uri("/api/docs/openapi.json").exchange());
        var actions = api.get("paths").propertyStream().filter(p -> p.getKey().startsWith("/api/v1/incidents/{id}/"));
        assertThat(actions).hasSize(25).allSatisfy(path -> {
            JsonNode call = path.getValue().get("post");
            assertThat(call.get("requestBody").toString()).contains("#/components/schemas/");
            assertThat(call.get("responses").propertyNames())
                    .contains("200", "400", "401", "404", "409", "413", "415", "422", "500");
            assertThat(call.get("responses").get("422").toString())
                    .contains("application/problem+json", "#/components/schemas/Problem");
            assertThat(call.get("responses").get("200").toString()).contains("#/components/schemas/IncidentView");
        });
        var submit = api.get("components").get("schemas").get("Submit");
        assertThat(submit.get("properties").get("accurate").get("description").asString())
                .contains("пункт 21");
    }

    /** Time itself would do the same; its due is written once and only the program's own tables say it again. */
    private void makeLate(long id, String bearer) {
        jdbc.sql("""
                 insert into obligation (incident_id, term, clause, bearer, is_right, opened_at, due_at, why, calendar)
                 values (:id, 'contribute', '18', :bearer, false, '2020-01-01', '2020-01-01', '', '')
                 """).param("id", id).param("bearer", bearer).update();
    }
}
