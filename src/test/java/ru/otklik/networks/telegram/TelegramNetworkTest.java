package ru.otklik.networks.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.otklik.networks.Access;
import ru.otklik.networks.Address;
import ru.otklik.networks.Answer;
import ru.otklik.networks.Heard;
import ru.otklik.networks.Lane;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.Place;
import ru.otklik.networks.Post;
import ru.otklik.networks.Push;
import ru.otklik.networks.Reply;
import ru.otklik.networks.Trouble;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TelegramNetworkTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, (byte) 0xff};

    private final BotApiStandIn server = new BotApiStandIn();
    private final TelegramNetwork network = TelegramAt.base(server.base());
    private final Access access = new Access(null, Map.of(Access.TOKEN, BotApiStandIn.TOKEN));

    TelegramNetworkTest() throws IOException {}

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void chats_of_one_bot_share_its_queue_and_those_of_another_do_not() {
        var other = new Place("telegram", "chat", "-100200", "Другая", "https://t.me/c/200/1");
        assertThat(network.lane(server.place(), access))
                .isEqualTo(network.lane(other, access))
                .isNotEqualTo(network.lane(other, new Access("7000000002", Map.of())))
                .doesNotContain("secret");
    }

    @Test
    void a_comment_is_shown_under_the_channels_post_and_names_its_author() {
        server.written("Яма");
        assertThat(heard().posts()).singleElement().satisfies(post -> {
            assertThat(post.url()).isEqualTo("https://t.me/gorod_news/77?comment=6");
            assertThat(post.address()).isEqualTo(new Address("-1002999999999/5", "6"));
            assertThat(post.authorId()).isEqualTo("6123456789");
            assertThat(post.authorName()).isEqualTo("Анна");
            assertThat(post.authorUrl()).isEqualTo("https://t.me/anna_k");
            assertThat(post.parent()).isNull();
        });
    }

    @Test
    void a_reply_deeper_in_the_discussion_names_what_it_answers() {
        Map<String, Object> message = server.comment(8, "text", "И у нас");
        message.put("reply_to_message", server.message(6, server.chat()));
        server.put("message", message);
        assertThat(heard().posts()).singleElement().satisfies(post -> {
            assertThat(post.parent()).isEqualTo("6");
            assertThat(post.address().thread()).isEqualTo("-1002999999999/5");
            assertThat(post.url()).isEqualTo("https://t.me/gorod_chat/8?thread=5");
            assertThat(network.address("https://t.me/c/2999999999/8?thread=5")).contains(post.address());
        });
    }

    @Test
    void another_chat_the_channels_own_post_and_a_newcomer_are_passed_over() {
        Map<String, Object> elsewhere = server.comment(8, "text", "Не для нас");
        elsewhere.put("chat", Map.of("id", -1_002_147_483_650L, "type", "supergroup", "title", "Чужая"));
        server.put("message", elsewhere);
        Map<String, Object> root = new LinkedHashMap<>(server.message(9, server.chat()));
        root.put("is_automatic_forward", true);
        root.put("text", "Новость канала");
        server.put("message", root);
        server.put("message", server.comment(10, "new_chat_members", List.of()));
        server.put("message", server.comment(11, "text", "Для нас"));
        assertThat(heard().posts()).extracting(Post::text).containsExactly("Для нас");
    }

    @Test
    void an_anonymous_administrator_and_a_channel_are_known_by_the_chat_they_speak_for() {
        Map<String, Object> message = server.comment(8, "text", "Отвечаем");
        message.put("sender_chat", server.channel());
        server.put("message", message);
        assertThat(heard().posts()).singleElement().satisfies(post -> {
            assertThat(post.authorId()).isEqualTo("-1002999999998");
            assertThat(post.authorName()).isEqualTo("Город");
            assertThat(post.authorUrl()).isEqualTo("https://t.me/gorod_news");
        });
    }

    @Test
    void a_picture_alone_has_no_text_and_a_link_without_the_token() {
        server.put(
                "message", server.comment(8, "photo", List.of(Map.of("file_id", "small"), Map.of("file_id", "AgAC"))));
        Map<String, Object> second = server.comment(9, "photo", List.of());
        second.put("caption", "Вот яма");
        server.put("message", second);
        List<Post> posts = heard().posts();
        assertThat(posts).extracting(Post::text).containsExactly("", "Вот яма");
        assertThat(posts.get(0).attachments()).containsExactly("https://t.me/gorod_news/77?comment=8");
        assertThat(posts.get(0).pictures().values()).containsExactly("AgAC");
        assertThat(posts.get(1).pictures()).isEmpty();
        assertThat(posts.toString()).doesNotContain(BotApiStandIn.TOKEN);
    }

    @Test
    void a_picture_lies_where_the_network_says_and_nowhere_else() {
        assertThat(network.file("AgAC", access))
                .hasValueSatisfying(at -> assertThat(at.toString())
                        .isEqualTo("%sfile/bot%s/photos/file_1.jpg".formatted(server.base(), BotApiStandIn.TOKEN)));
        for (String path : List.of("../bot1/getMe", "/etc/passwd", "photos//1.jpg", "photos/1.jpg?x=1", "@evil/1")) {
            server.filePath = path;
            assertThat(network.file("AgAC", access)).isEmpty();
        }
    }

    @Test
    void pictures_sent_together_are_one_message() {
        for (long id = 8; id < 12; id++) {
            Map<String, Object> part = server.comment(id, "photo", List.of());
            part.put("media_group_id", "13");
            server.put("message", part);
        }
        assertThat(heard().posts()).hasSize(1);
    }

    @Test
    void hostile_updates_do_not_stop_those_after_them() {
        server.raw(Map.of("update_id", 900_000_000_000L, "message", "not an object"));
        server.raw(Map.of("update_id", 900_000_000_001L, "message", Map.of("chat", Map.of("id", "text"), "date", -1)));
        server.raw(Map.of("update_id", 900_000_000_002L, "message", Map.of("chat", server.chat(), "message_id", 1.5)));
        server.raw(Map.of(
                "update_id",
                900_000_000_003L,
                "message",
                Map.of("chat", server.chat(), "message_id", 3, "date", Long.MAX_VALUE, "text", "из будущего")));
        server.raw(Map.of("update_id", List.of(), "edited_message", List.of(1, 2)));
        server.written("Цела\u0000я");
        Heard heard = heard();
        assertThat(heard.posts()).extracting(Post::text).containsExactly("Целая");
        assertThat(heard.cursor()).isEqualTo("900000000006");
    }

    @Test
    void what_is_older_than_wanted_is_passed_over() {
        server.written("Давно");
        var lane = new Lane(List.of(server.place()), "", access, Instant.parse("2040-01-01T00:00:00Z"), 100);
        Heard heard = network.listen(lane);
        assertThat(heard.posts()).isEmpty();
        assertThat(heard.cursor()).isNotEmpty();
    }

    @Test
    void a_short_wait_is_waited_and_a_long_one_is_told() {
        server.refuse(429, "Too Many Requests: retry after 1", Map.of("retry_after", 1));
        server.written("Яма");
        assertThat(heard().posts()).hasSize(1);
        server.refuse(429, "Too Many Requests: retry after 35", Map.of("retry_after", 35));
        assertThatThrownBy(this::heard).isInstanceOfSatisfying(NetworkFault.class, f -> {
            assertThat(f.kind()).isEqualTo(Kind.LIMIT);
            assertThat(f.pause()).contains(Duration.ofSeconds(35));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | Bad Request: message to be replied not found                  | POST_GONE",
                "400 | Bad Request: TOPIC_CLOSED                                      | COMMENTS_CLOSED",
                "400 | Bad Request: not enough rights to send text messages to the chat | NO_RIGHT",
                "400 | Bad Request: chat not found                                    | NOT_FOUND",
                "400 | Bad Request: something new                                     | REFUSED",
                "401 | Unauthorized                                                   | TOKEN_DEAD",
                "404 | Not Found                                                      | TOKEN_DEAD",
                "403 | Forbidden: bot was kicked from the supergroup chat             | NO_RIGHT",
                "409 | Conflict: can't use getUpdates method while webhook is active  | REFUSED"
            })
    void a_refusal_says_what_it_means(int code, String description, Kind kind) {
        server.refuse(code, description, Map.of());
        assertThat(answer(server.written("Яма"), "Заделаем"))
                .isInstanceOfSatisfying(
                        Reply.Refused.class, r -> assertThat(r.fault().kind()).isEqualTo(kind));
    }

    @Test
    void a_webhook_in_the_way_of_listening_is_said_so() {
        server.refuse(409, "Conflict: can't use getUpdates method while webhook is active", Map.of());
        assertThatThrownBy(this::heard).hasMessageContaining("вебхук");
    }

    @Test
    void while_the_network_calls_us_there_is_nothing_to_ask_for() {
        server.hook = hook("https://otklik.example/hooks/0b0e4c9e-2f6a-4c53-9c1e-0d0a5f3b7a11", 0);
        server.refuse(409, "Conflict: can't use getUpdates method while webhook is active", Map.of());
        assertThat(heard().isEmpty()).isTrue();

        server.hook = hook("https://otklik.example/hooks/0b0e4c9e-2f6a-4c53-9c1e-0d0a5f3b7a11", 7);
        server.refuse(409, "Conflict: can't use getUpdates method while webhook is active", Map.of());
        assertThatThrownBy(this::heard).hasMessageContaining("не может вызвать");
    }

    private static Map<String, Object> hook(String url, int pending) {
        return Map.of(
                "url",
                url,
                "has_custom_certificate",
                false,
                "pending_update_count",
                pending,
                "last_error_message",
                "Connection timed out");
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void no_trouble_shows_the_token(Trouble trouble) {
        for (int i = 0; i < 3; i++) {
            server.trouble(trouble);
        }
        server.refuse(418, "About " + BotApiStandIn.TOKEN, Map.of());
        assertThatThrownBy(() -> network.probe(access))
                .isInstanceOf(NetworkFault.class)
                .satisfies(f -> {
                    var trace = new StringWriter();
                    f.printStackTrace(new PrintWriter(trace));
                    assertThat(trace.toString()).doesNotContain("AAsecret");
                });
    }

    @Test
    void a_token_that_would_change_the_address_is_refused_before_the_call() {
        var crooked = new Access(null, Map.of(Access.TOKEN, "7:AA/../secret\n"));
        assertThatThrownBy(() -> network.probe(crooked)).isInstanceOfSatisfying(NetworkFault.class, f -> {
            assertThat(f.kind()).isEqualTo(Kind.TOKEN_DEAD);
            assertThat(f.sentence()).doesNotContain("secret");
        });
        assertThat(server.calls).isEmpty();
    }

    @Test
    void a_picture_is_sent_with_the_words_under_it_and_byte_for_byte() {
        Address post = server.written("Яма");
        var one = new Answer("Готово", List.of(new Answer.Picture("a\".png", "image/png", PNG)), "key");
        assertThat(network.answer(post, one, access)).isInstanceOf(Reply.Posted.class);
        assertThat(last().method()).isEqualTo("sendPhoto");
        assertThat(last().parameters()).containsEntry("caption", "Готово");
        assertThat(String.valueOf(last().parameters().get("photo")).getBytes(StandardCharsets.ISO_8859_1))
                .isEqualTo(PNG);
        var two = new Answer(
                "До и после", List.of(one.pictures().get(0), one.pictures().get(0)), "key");
        var posted = (Reply.Posted) network.answer(post, two, access);
        assertThat(last().method()).isEqualTo("sendMediaGroup");
        assertThat(network.correct(post, posted.externalId(), new Answer("После", two.pictures(), "key"), access))
                .isInstanceOf(Reply.Posted.class);
        assertThat(last().method()).isEqualTo("editMessageCaption");
    }

    @Test
    void a_correction_that_changes_nothing_stands() {
        Address post = server.written("Яма");
        var posted = (Reply.Posted) answer(post, "Заделаем");
        assertThat(network.correct(post, posted.externalId(), Answer.of("Заделаем", "key"), access))
                .isInstanceOf(Reply.Posted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {" с пробелом", "с концом\n", "с\tтабуляцией", "с\u202Eобратным", "\u0000"})
    void what_telegram_would_change_is_refused_beforehand(String text) {
        Address post = server.written("Яма");
        assertThat(answer(post, text))
                .isInstanceOfSatisfying(
                        Reply.Refused.class, r -> assertThat(r.fault().kind()).isEqualTo(Kind.REFUSED));
        assertThat(server.calls).isEmpty();
    }

    @Test
    void an_answer_may_be_as_long_as_telegram_lets_it() {
        Address post = server.written("Яма");
        assertThat(answer(post, "д".repeat(4096))).isInstanceOf(Reply.Posted.class);
        assertThat(answer(post, "д".repeat(4097))).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void a_group_where_the_bot_hears_nobody_is_said_so() {
        server.membership = "member";
        server.readsAll = false;
        var found = network.recognise("@gorod_chat", access);
        assertThat(found.can()).containsExactly("Отвечать от имени бота.");
        assertThat(found.missing()).anyMatch(m -> m.contains("приватности"));
        assertThat(network.recognise("https://t.me/c/2999999999/15", access)
                        .place()
                        .id())
                .isEqualTo(found.place().id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://t.me/+AbCd", "https://t.me/nobody_here", "gorod", "@", "https://vk.com/gorod_chat"})
    void a_link_elsewhere_is_no_place(String link) {
        assertThatThrownBy(() -> network.recognise(link, access))
                .isInstanceOfSatisfying(
                        NetworkFault.class, f -> assertThat(f.kind()).isEqualTo(Kind.NOT_FOUND));
    }

    @Test
    void a_channel_without_a_group_has_no_comments() {
        server.linked = false;
        assertThatThrownBy(() -> network.recognise("https://t.me/gorod_news", access))
                .hasMessageContaining("нет группы обсуждений");
    }

    @Test
    void a_push_is_believed_by_its_secret_alone() {
        byte[] body = JsonMapper.shared()
                .writeValueAsBytes(Map.of("update_id", 1, "message", server.comment(8, "text", "Яма")));
        assertThat(pushed("s3cret", body).posts()).extracting(Post::text).containsExactly("Яма");
        assertThat(pushed("s3cret ", body).status()).isEqualTo(403);
        assertThat(network.take(new Push(Map.of(), body, Map.of()), List.of(server.place()))
                        .status())
                .isEqualTo(403);
        assertThat(pushed("s3cret", "{{{".getBytes(StandardCharsets.UTF_8)).status())
                .isEqualTo(200);
        assertThat(pushed("s3cret", "[[]]".getBytes(StandardCharsets.UTF_8)).posts())
                .isEmpty();
    }

    private Push.Taken pushed(String secret, byte[] body) {
        return network.take(
                new Push(Map.of("x-telegram-bot-api-secret-token", secret), body, Map.of(Push.SECRET, "s3cret")),
                List.of(server.place()));
    }

    private Heard heard() {
        return network.listen(new Lane(List.of(server.place()), "", access, Instant.EPOCH, 100));
    }

    private Reply answer(Address post, String text) {
        return network.answer(post, Answer.of(text, "key"), access);
    }

    private BotApiStandIn.Call last() {
        return server.calls.get(server.calls.size() - 1);
    }
}
