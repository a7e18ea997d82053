package ru.otklik.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.otklik.access.ApiTokens;
import ru.otklik.directory.People;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of the API by the login of whoever makes them. */
class ApiCalls {

    private static final AtomicInteger INCIDENTS = new AtomicInteger();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApiTokens tokens;

    @Autowired
    People people;

    private final JsonMapper json = new JsonMapper();
    private final Map<String, String> issued = new HashMap<>();

    long incident() {
        return body(post("operator", "messages", message("i" + INCIDENTS.incrementAndGet(), "Нет воды")))
                .get("id")
                .asLong();
    }

    static String message(String id, String text) {
        return """
                {"network":"sandbox","thread":"1_1","externalId":"%s","url":"https://example.org/%s",
                 "author":{"name":"Ж. Ж."},"text":"%s","attachments":[]}""".formatted(id, id, text);
    }

    MvcTestResult act(String login, long id, String action, String body) {
        return post(login, "incidents/" + id + "/" + action, body);
    }

    MvcTestResult post(String login, String path, String body) {
        return call(HttpMethod.POST, login, path, body);
    }

    MvcTestResult get(String login, String path) {
        return call(HttpMethod.GET, login, path, "");
    }

    MvcTestResult call(HttpMethod method, String login, String path, String body) {
        return call(method, login, path, body, MediaType.APPLICATION_JSON);
    }

    MvcTestResult call(HttpMethod method, String login, String path, String body, MediaType type) {
        String token = issued.computeIfAbsent(
                login,
                l -> tokens.create(people.findByLogin(l).orElseThrow(), "test").token());
        return mvc.method(method)
                .uri("/api/v1/" + path)
                .header("Authorization", "Bearer " + token)
                .contentType(type)
                .content(body)
                .exchange();
    }

    JsonNode body(MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }

    String state(MvcTestResult result) {
        assertThat(result).hasStatus(200);
        return body(result).get("state").asString();
    }

    String refusal(MvcTestResult result) {
        assertThat(result.getResponse().getContentType()).startsWith("application/problem+json");
        var problem = body(result);
        assertThat(problem.get("detail").asString()).isNotBlank();
        return result.getResponse().getStatus() + " " + problem.get("code").asString();
    }

    List<Long> numbers(MvcTestResult result) {
        return body(result)
                .get("items")
                .valueStream()
                .map(i -> i.get("id").asLong())
                .toList();
    }
}
