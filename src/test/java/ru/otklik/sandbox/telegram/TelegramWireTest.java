package ru.otklik.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.otklik.sandbox.SandboxAccess.BOT;
import static ru.otklik.sandbox.SandboxAccess.CHANNEL;
import static ru.otklik.sandbox.SandboxAccess.DISCUSSION;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import ru.otklik.sandbox.Wire;
import tools.jackson.databind.JsonNode;

@OnPostgres
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TelegramWireTest {

    private static final long GROUP = DISCUSSION.account();

    @Autowired
    TelegramWriting writing;

    @LocalServerPort
    int port;

    Wire wire;
    long next;

    @BeforeEach
    void nothing_waits() {
        wire = new Wire(port);
        wire.trouble("telegram");
        wire.telegramDone("deleteWebhook", "drop_pending_updates", true);
        next = 0;
    }

    @AfterEach
    void no_trouble() {
        wire.trouble("telegram");
        wire.telegramDone("deleteWebhook");
    }

    @Test
    void what_the_description_does_not_know_is_refused() {
        assertThat(code(wire.telegram("sendMessage", "chat_id", GROUP, "text", "x", "colour", "red")))
                .isEqualTo(400);
        assertThat(code(wire.telegram("sendMessage", "chat_id", GROUP))).isEqualTo(400);
        assertThat(code(wire.telegram("sendMessage", "chat_id", -1, "text", "x")))
                .isEqualTo(400);
        assertThat(code(wire.telegram("sendMessage", "chat_id", GROUP, "text", "я".repeat(4097))))
                .isEqualTo(400);
        assertThat(code(wire.telegram("sendEverything"))).isEqualTo(404);
        assertThat(code(wire.post("/sandbox/telegram/bot7000000001:wrong/getMe", Map.of())))
                .isEqualTo(401);
        assertThat(wire.telegramDone("getMe").path("id").asLong()).isEqualTo(BOT.account());
        assertThat(wire.telegramDone("getChat", "chat_id", "@" + CHANNEL.shortName())
                        .path("linked_chat_id")
                        .asLong())
                .isEqualTo(GROUP);
        assertThat(wire.telegramDone("getChatMember", "chat_id", GROUP, "user_id", BOT.account())
                        .path("status")
                        .asString())
                .isEqualTo("administrator");
    }

    @Test
    void a_post_of_the_channel_is_forwarded_and_commented_and_changes_are_told() {
        TelegramRow post = writing.channelPost("Ремонт дорог");
        List<JsonNode> first = updates();
        assertThat(first.get(0).path("channel_post").path("message_id").asLong())
                .isEqualTo(post.id());
        JsonNode forward = first.get(1).path("message");
        assertThat(forward.path("is_automatic_forward").asBoolean()).isTrue();
        assertThat(forward.path("forward_origin").path("message_id").asLong()).isEqualTo(post.id());
        long thread = forward.path("message_id").asLong();

        TelegramRow comment =
                writing.write(thread, "anna", "Анна Петрова", "А у нас?").orElseThrow();
        writing.edit(comment.id(), "anna", "А у нас когда?");
        List<JsonNode> then = updates();
        JsonNode message = then.get(0).path("message");
        assertThat(message.path("message_thread_id").asLong()).isEqualTo(thread);
        assertThat(message.path("reply_to_message").path("message_id").asLong()).isEqualTo(thread);
        assertThat(message.path("from").path("id").asLong()).isGreaterThan(Integer.MAX_VALUE);
        assertThat(then.get(1).path("edited_message").path("text").asString()).isEqualTo("А у нас когда?");
        assertThat(then.get(1).path("edited_message").has("edit_date")).isTrue();
        assertThat(updates()).isEmpty();
    }

    @Test
    void updates_come_until_they_are_taken_and_of_the_kinds_that_are_asked() {
        TelegramRow one = writing.write(null, "anna", "Анна", "Раз").orElseThrow();
        writing.write(null, "anna", "Анна", "Два");
        writing.edit(one.id(), "anna", "Раз!");
        JsonNode all = wire.telegramDone("getUpdates");
        assertThat(all).hasSize(3);
        assertThat(wire.telegramDone("getUpdates")).isEqualTo(all);
        assertThat(wire.telegramDone("getUpdates", "limit", 1)).hasSize(1);
        assertThat(wire.telegramDone("getUpdates", "allowed_updates", "[\"edited_message\"]"))
                .hasSize(1);
        assertThat(wire.telegramDone("getUpdates", "allowed_updates", "[]")).hasSize(3);
        assertThat(wire.telegramDone("getUpdates", "offset", -1)).hasSize(1);
        assertThat(wire.telegramDone("getUpdates")).hasSize(1);
        wire.trouble("telegram", "next", "DOUBLED");
        assertThat(wire.telegramDone("getUpdates")).hasSize(2);
    }

    @Test
    void the_bot_answers_in_json_changes_its_answer_and_does_not_hear_itself() {
        TelegramRow question = writing.write(null, "anna", "Анна", "Яма").orElseThrow();
        updates();
        JsonNode sent = wire.send(
                        "/sandbox/telegram/bot" + BOT.token() + "/sendMessage",
                        "application/json",
                        """
                        {"chat_id": %d, "text": "Заделаем <b>&", "reply_parameters": {"message_id": %d}}""".formatted(GROUP, question.id()).getBytes(StandardCharsets.UTF_8))
                .path("result");
        assertThat(sent.path("text").asString()).isEqualTo("Заделаем <b>&");
        assertThat(sent.path("reply_to_message").path("text").asString()).isEqualTo("Яма");
        long id = sent.path("message_id").asLong();
        JsonNode edited = wire.telegramDone("editMessageText", "chat_id", GROUP, "message_id", id, "text", "Заделали");
        assertThat(edited.path("message_id").asLong()).isEqualTo(id);
        assertThat(wire.telegram("editMessageText", "chat_id", GROUP, "message_id", id, "text", "Заделали")
                        .toString())
                .contains("message is not modified");
        assertThat(wire.telegram("editMessageText", "chat_id", GROUP, "message_id", question.id(), "text", "x")
                        .toString())
                .contains("can't be edited");
        assertThat(updates()).isEmpty();
        writing.delete(question.id());
        assertThat(wire.telegram(
                                "sendMessage",
                                "chat_id",
                                GROUP,
                                "text",
                                "x",
                                "reply_parameters",
                                "{\"message_id\":" + question.id() + "}")
                        .path("description")
                        .asString())
                .isEqualTo("Bad Request: message to be replied not found");
    }

    @Test
    void pictures_come_alone_and_in_an_album() {
        String bot = "/sandbox/telegram/bot" + BOT.token();
        JsonNode one = wire.multipart(
                        bot + "/sendPhoto",
                        Map.of("chat_id", Long.toString(GROUP), "caption", "Было"),
                        Map.of("photo", Wire.picture()))
                .path("result");
        assertThat(one.path("photo").get(0).path("width").asInt()).isEqualTo(40);
        wire.telegramDone(
                "editMessageCaption",
                "chat_id",
                GROUP,
                "message_id",
                one.path("message_id").asLong(),
                "caption",
                "Стало");
        JsonNode album = wire.multipart(
                        bot + "/sendMediaGroup",
                        Map.of(
                                "chat_id",
                                Long.toString(GROUP),
                                "media",
                                "[{\"type\":\"photo\",\"media\":\"attach://a\",\"caption\":\"Два\"},{\"type\":\"photo\",\"media\":\"attach://b\"}]"),
                        Map.of("a", Wire.picture(), "b", Wire.picture()))
                .path("result");
        assertThat(album).hasSize(2);
        assertThat(album.get(0).path("media_group_id")).isEqualTo(album.get(1).path("media_group_id"));
        assertThat(code(wire.multipart(
                        bot + "/sendPhoto", Map.of("chat_id", Long.toString(GROUP)), Map.of("photo", new byte[9]))))
                .isEqualTo(400);
    }

    @Test
    void troubles_speak_as_the_network_does() {
        Object[] send = {"chat_id", GROUP, "text", "x"};
        Map.of("RATE", 429, "TOKEN_DEAD", 401, "FORBIDDEN", 403, "POST_GONE", 400)
                .forEach((mishap, code) -> {
                    wire.trouble("telegram", "next", mishap, "way", "WRITE");
                    JsonNode answer = wire.telegram("sendMessage", send);
                    assertThat(code(answer)).isEqualTo(code);
                    assertThat(answer.path("parameters").path("retry_after").asInt(0) > 0)
                            .isEqualTo(code == 429);
                });
        wire.trouble("telegram", "next", "DONE_AND_CUT");
        assertThatThrownBy(() -> wire.telegram("sendMessage", send)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void a_webhook_gets_each_update_with_its_secret_and_again_after_a_failure()
            throws IOException, InterruptedException {
        var calls = new LinkedBlockingQueue<String>();
        var statuses = new LinkedBlockingQueue<>(List.of(500, 200, 200));
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token") + " " + body);
            Integer status = statuses.poll();
            exchange.sendResponseHeaders(status == null ? 200 : status, -1);
            exchange.close();
        });
        server.start();
        try {
            wire.telegramDone(
                    "setWebhook",
                    "url",
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/",
                    "secret_token",
                    "s-1");
            assertThat(code(wire.telegram("getUpdates"))).isEqualTo(409);
            writing.write(null, "anna", "Анна", "Раз");
            writing.write(null, "anna", "Анна", "Два");
            var got = new ArrayList<String>();
            for (int i = 0; i < 3; i++) {
                got.add(calls.poll(10, TimeUnit.SECONDS));
            }
            assertThat(got).allSatisfy(c -> assertThat(c).startsWith("s-1 {"));
            assertThat(got.get(0)).isEqualTo(got.get(1)).contains("Раз");
            assertThat(got.get(2)).contains("Два");
        } finally {
            server.stop(0);
        }
        assertThat(code(wire.telegram("setWebhook", "url", "http://example.com/")))
                .isEqualTo(400);
    }

    private List<JsonNode> updates() {
        var all = new ArrayList<JsonNode>();
        wire.telegramDone("getUpdates", "offset", next).forEach(all::add);
        if (!all.isEmpty()) {
            next = all.get(all.size() - 1).path("update_id").asLong() + 1;
        }
        return all;
    }

    private static int code(JsonNode answer) {
        return answer.path("error_code").asInt(0);
    }
}
