package ru.otklik.sandbox.vk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.otklik.directory.OnPostgres;
import ru.otklik.sandbox.SandboxAccess;
import ru.otklik.sandbox.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnPostgres
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VkCallbacksTest {

    private static final SandboxAccess WALL = SandboxAccess.ROADS;

    @Autowired
    VkWriting writing;

    @LocalServerPort
    int port;

    private final LinkedBlockingQueue<JsonNode> calls = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private HttpServer server;
    private Wire wire;

    @BeforeEach
    void a_program_listens() throws IOException {
        wire = new Wire(port);
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            calls.add(JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
            String prepared = answers.poll();
            byte[] answer = (prepared == null ? "ok" : prepared).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void nobody_listens() {
        wire.post("/sandbox/vk/callback", Map.of("group", WALL.shortName()));
        wire.trouble("vk");
        server.stop(0);
    }

    @Test
    void an_address_is_proved_and_then_told_of_all_in_order_and_again_until_ok() throws InterruptedException {
        answers.add("code-1");
        assertThat(registered()).isTrue();
        assertThat(next().path("type").asString()).isEqualTo("confirmation");

        answers.add("not ok");
        VkRow post = writing.post(WALL.owner(), "anna", "Анна", "Яма");
        VkRow comment =
                writing.reply(WALL.owner(), post.id(), "anna", "Анна", "И ещё").orElseThrow();
        writing.edit(WALL.owner(), comment.id(), "anna", "И ещё одна");
        writing.setDeleted(WALL.owner(), comment.id(), true);
        writing.setDeleted(WALL.owner(), comment.id(), false);
        List<JsonNode> got = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            got.add(next());
        }
        assertThat(got)
                .extracting(e -> e.path("type").asString())
                .containsExactly(
                        "wall_post_new",
                        "wall_post_new",
                        "wall_reply_new",
                        "wall_reply_edit",
                        "wall_reply_delete",
                        "wall_reply_restore");
        assertThat(got.get(0).path("event_id")).isEqualTo(got.get(1).path("event_id"));
        assertThat(got).allSatisfy(e -> {
            assertThat(e.path("secret").asString()).isEqualTo("s-1");
            assertThat(e.path("group_id").asLong()).isEqualTo(WALL.account());
        });
        assertThat(got.get(3).path("object").path("text").asString()).isEqualTo("И ещё одна");
        assertThat(got.get(4).path("object").path("post_id").asLong()).isEqualTo(post.id());

        wire.trouble("vk", "next", "DOUBLED", "way", "PUSH");
        writing.reply(WALL.owner(), post.id(), "anna", "Анна", "Дважды");
        assertThat(next()).isEqualTo(next());
    }

    @Test
    void a_community_that_is_not_there_has_no_address() {
        assertThat(wire.post("/sandbox/vk/callback", Map.of("group", "nobody", "url", "http://127.0.0.1:1/"))
                        .path("status")
                        .asInt())
                .isEqualTo(400);
    }

    private boolean registered() {
        return wire.post(
                        "/sandbox/vk/callback",
                        Map.of(
                                "group",
                                WALL.shortName(),
                                "url",
                                "http://127.0.0.1:" + server.getAddress().getPort() + "/",
                                "secret",
                                "s-1",
                                "confirmation",
                                "code-1"))
                .path("ok")
                .asBoolean();
    }

    private JsonNode next() throws InterruptedException {
        JsonNode call = calls.poll(10, TimeUnit.SECONDS);
        if (call == null) {
            throw new AssertionError("nobody called");
        }
        return call;
    }
}
