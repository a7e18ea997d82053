package ru.otklik.networks.max;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.otklik.networks.Access;
import ru.otklik.networks.Address;
import ru.otklik.networks.Answer;
import ru.otklik.networks.Heard;
import ru.otklik.networks.Lane;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.Post;
import ru.otklik.networks.Push;
import ru.otklik.networks.Reply;
import ru.otklik.networks.Standing;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MaxNetworkTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private final MaxStandIn chat = new MaxStandIn(false);
    private final MaxStandIn channel = new MaxStandIn(true);
    private final MaxNetwork network = MaxAt.base(chat.base());
    private final MaxNetwork comments = MaxAt.base(channel.base());
    private final Access access = new Access(null, Map.of(Access.TOKEN, MaxStandIn.TOKEN));

    MaxNetworkTest() throws IOException {}

    @AfterEach
    void stop() {
        chat.stop();
        channel.stop();
    }

    @Test
    void chats_of_one_bot_share_its_queue_and_its_name_shows_no_token() {
        assertThat(network.lane(chat.place(), access)).startsWith("bot:").doesNotContain("secret");
    }

    @Test
    void a_comment_of_a_citizen_may_have_no_author_and_is_still_heard() {
        channel.update("comment_created", Map.of("message", channel.message("Яма", null)));
        assertThat(heard(comments, channel).posts()).singleElement().satisfies(post -> {
            assertThat(post.authorId()).isNull();
            assertThat(post.address().thread()).isEqualTo("-70801090403050/" + MaxStandIn.POST);
            assertThat(post.url()).isEqualTo("https://max.ru/gorod");
        });
    }

    @Test
    void a_channels_own_post_another_chat_and_a_shell_without_content_are_passed_over() {
        Map<String, Object> own = channel.message("Новость", null);
        own.put("recipient", Map.of("chat_id", MaxStandIn.CHAT, "chat_type", "channel"));
        channel.update("message_created", Map.of("message", own));
        Map<String, Object> elsewhere = channel.message("Не нам", null);
        elsewhere.put("recipient", Map.of("chat_id", 5, "chat_type", "chat"));
        channel.update("message_created", Map.of("message", elsewhere));
        channel.update("message_created", Map.of());
        assertThat(hearAfter(comments, channel, "40000").posts()).isEmpty();
    }

    @Test
    void a_picture_alone_is_heard_with_its_public_link_and_no_other() {
        Map<String, Object> message = chat.message("", Map.of("user_id", 5));
        MaxStandIn.body(message)
                .put(
                        "attachments",
                        List.of(
                                Map.of(
                                        "type",
                                        "image",
                                        "payload",
                                        Map.of("token", "t0p", "url", "https://i.oneme.ru/i")),
                                Map.of("type", "share", "payload", Map.of("url", "javascript:alert(1)")),
                                "nonsense"));
        chat.update("message_created", Map.of("message", message));
        assertThat(heard(network, chat).posts()).singleElement().satisfies(post -> {
            assertThat(post.text()).isEmpty();
            assertThat(post.attachments()).containsExactly("https://i.oneme.ru/i");
        });
    }

    @Test
    void hostile_updates_do_not_stop_those_after_them() {
        chat.update("message_created", Map.of("message", "text"));
        chat.update("message_created", Map.of("message", Map.of("recipient", Map.of("chat_id", "1"))));
        Map<String, Object> crooked = chat.message("Путь", null);
        MaxStandIn.body(crooked).put("mid", "../../me?x=");
        chat.update("message_edited", Map.of("message", crooked));
        chat.update("message_removed", Map.of("chat_id", MaxStandIn.CHAT, "message_id", "a/b"));
        Map<String, Object> late = chat.message("Поздно", null);
        late.put("timestamp", Long.MAX_VALUE);
        chat.update("message_created", Map.of("message", late));
        chat.written("Цела\u0000я");
        Heard heard = hearAfter(network, chat, "40000");
        assertThat(heard.posts()).extracting(Post::text).containsExactly("Целая");
        assertThat(heard.gone()).isEmpty();
        assertThat(heard.cursor()).isEqualTo("40006");
    }

    @Test
    void a_picture_is_uploaded_without_the_token_and_waited_for() {
        Address post = chat.written("Яма");
        chat.notReady = 1;
        var answer = new Answer("Готово", List.of(new Answer.Picture("a.png", "image/png", PNG)), "key");
        assertThat(network.answer(post, answer, access)).isInstanceOf(Reply.Posted.class);
        assertThat(chat.calls).containsExactly("POST uploads", "POST upload", "POST messages", "POST messages");
        assertThat(new String(chat.uploads.get(0), StandardCharsets.ISO_8859_1))
                .contains("name=\"data\"")
                .contains(new String(PNG, StandardCharsets.ISO_8859_1));
        assertThat(String.valueOf(chat.lastBody)).contains("photo-token");
    }

    @Test
    void a_comment_has_no_pictures() {
        Address post = channel.written("Яма");
        var answer = new Answer("Готово", List.of(new Answer.Picture("a.png", "image/png", PNG)), "key");
        assertThat(comments.answer(post, answer, access)).isInstanceOf(Reply.Refused.class);
        assertThat(channel.calls).isEmpty();
    }

    @Test
    void the_same_words_under_another_message_are_not_this_answer() {
        Address first = chat.written("Яма");
        Address second = chat.written("Ещё яма");
        network.answer(first, Answer.of("Заделаем", "one"), access);
        assertThat(network.find(second, Answer.of("Заделаем", "two"), access)).isEmpty();
        assertThat(network.find(first, Answer.of("Заделаем", "one"), access)).isPresent();
    }

    @Test
    void a_comment_that_is_gone_is_known_by_the_odd_refusal_of_it() {
        Address post = channel.written("Яма");
        channel.deleted(post);
        assertThat(comments.standing(post, post.message(), access)).isEqualTo(Standing.GONE);
    }

    @ParameterizedTest
    @CsvSource({
        "401, verify.token, TOKEN_DEAD",
        "403, verify.token, TOKEN_DEAD",
        "403, access.denied, NO_RIGHT",
        "200, access.denied, NO_RIGHT",
        "404, not.found, POST_GONE",
        "422, comments.timeout_exceeded, REFUSED",
        "200, comments.disabled, COMMENTS_CLOSED",
        "429, anything, LIMIT",
        "400, proto.payload, REFUSED"
    })
    void a_refusal_says_what_it_means(int status, String code, Kind kind) {
        Address post = chat.written("Яма");
        chat.refuse(status, code);
        assertThat(network.answer(post, Answer.of("Заделаем", "key"), access))
                .isInstanceOfSatisfying(
                        Reply.Refused.class, r -> assertThat(r.fault().kind()).isEqualTo(kind));
    }

    @Test
    void what_the_bot_may_not_do_in_a_channel_is_said_so() {
        channel.rights = List.of("write");
        var found = comments.recognise("https://web.max.ru/-70801090403050", access);
        assertThat(found.place().kind()).isEqualTo("channel");
        assertThat(found.can()).containsExactly("Отвечать от имени бота.");
        assertThat(found.missing()).anyMatch(m -> m.contains("читать все сообщения"));
    }

    @Test
    void a_crooked_token_is_refused_before_the_call() {
        var crooked = new Access(null, Map.of(Access.TOKEN, "secret\r\nX-Other: 1"));
        assertThatThrownBy(() -> network.probe(crooked))
                .isInstanceOfSatisfying(
                        NetworkFault.class, f -> assertThat(f.kind()).isEqualTo(Kind.TOKEN_DEAD))
                .hasMessageNotContaining("secret");
        assertThat(chat.calls).isEmpty();
    }

    @Test
    void a_push_is_believed_by_its_secret_alone() {
        Map<String, Object> update = new HashMap<>(Map.of("update_type", "message_created"));
        update.put("message", chat.message("Яма", null));
        byte[] body = JsonMapper.shared().writeValueAsBytes(update);
        assertThat(pushed("s3cret", body).posts()).extracting(Post::text).containsExactly("Яма");
        assertThat(pushed("other", body).status()).isEqualTo(403);
        assertThat(pushed("s3cret", new byte[] {'{'}).status()).isEqualTo(200);
    }

    private Push.Taken pushed(String secret, byte[] body) {
        return network.take(
                new Push(Map.of("x-max-bot-api-secret", secret), body, Map.of(Push.SECRET, "s3cret")),
                List.of(chat.place()));
    }

    private Heard heard(MaxNetwork by, MaxStandIn at) {
        return hearAfter(by, at, "");
    }

    private Heard hearAfter(MaxNetwork by, MaxStandIn at, String cursor) {
        return by.listen(new Lane(List.of(at.place()), cursor, access, Instant.EPOCH, 100));
    }
}
