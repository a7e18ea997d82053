package ru.otklik.networks.vk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.otklik.networks.Address;
import ru.otklik.networks.Push;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VkPushTest {

    private static final Map<String, String> SECRETS = Map.of(Push.SECRET, "s3cret", Push.CONFIRMATION, "40dd1432");
    private static final String REPLY =
            "{'id':789,'from_id':456,'date':1795000000,'text':'<b>Яма</b> &amp;','post_id':456,'owner_id':-123,"
                    + "'parents_stack':[700],'reply_to_comment':700}";
    private static final String TOPIC_POST =
            "{'id':5,'from_id':456,'date':1795000000,'text':'Яма','topic_id':77,'topic_owner_id':-123}";

    private static Push.Taken take(String body, Map<String, String> secrets) {
        return new VkPush(JsonMapper.builder().build())
                .take(
                        new Push(Map.of(), body.replace('\'', '"').getBytes(StandardCharsets.UTF_8), secrets),
                        List.of(StandInStage.WALL, StandInStage.BOARD));
    }

    private static Push.Taken event(String type, String object) {
        return take("{'type':'%s','group_id':123,'secret':'s3cret','object':%s}".formatted(type, object), SECRETS);
    }

    @Test
    void a_confirmation_is_answered_with_our_word() {
        assertThat(take("{'type':'confirmation','group_id':123}", SECRETS).reply())
                .isEqualTo("40dd1432");
        assertThat(take("{'type':'confirmation','group_id':123,'secret':'s3cret'}", SECRETS)
                        .status())
                .isEqualTo(200);
        assertThat(take("{'type':'confirmation','group_id':123,'secret':'other'}", SECRETS)
                        .status())
                .isEqualTo(403);
        assertThat(take("{'type':'confirmation','group_id':777}", SECRETS).status())
                .isEqualTo(403);
        assertThat(take("{'type':'confirmation','group_id':123}", Map.of()).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wall_reply_new", "wall_reply_edit", "wall_reply_restore"})
    void a_comment_is_heard(String type) {
        var taken = event(type, REPLY);
        assertThat(taken.reply()).isEqualTo("ok");
        assertThat(taken.posts()).singleElement().satisfies(p -> {
            assertThat(p.address()).isEqualTo(new Address("-123_456", "789"));
            assertThat(p.text()).isEqualTo("<b>Яма</b> &amp;");
            assertThat(p.url()).isEqualTo("https://vk.com/wall-123_456?reply=789&thread=700");
            assertThat(p.parent()).isEqualTo("700");
        });
    }

    @Test
    void posts_and_topics_and_deletions_are_heard() {
        assertThat(event(
                                "wall_post_new",
                                "{'id':456,'from_id':456,'owner_id':-123,'date':1795000000,'text':'Яма','post_type':'post'}")
                        .posts())
                .singleElement()
                .satisfies(p -> assertThat(p.address()).isEqualTo(new Address("-123_456", "456")));
        assertThat(event("wall_reply_delete", "{'owner_id':-123,'id':789,'user_id':1,'post_id':456}")
                        .gone())
                .containsExactly(new Address("-123_456", "789"));
        assertThat(event("board_post_edit", TOPIC_POST).posts())
                .singleElement()
                .satisfies(p -> assertThat(p.address()).isEqualTo(new Address("-123_board_77", "5")));
        assertThat(event("board_post_delete", "{'topic_owner_id':123,'topic_id':77,'id':5}")
                        .gone())
                .containsExactly(new Address("-123_board_77", "5"));
    }

    @Test
    void what_is_not_in_public_or_not_ours_is_not_heard() {
        String suggested =
                "{'id':4,'from_id':456,'owner_id':-123,'date':1795000000,'text':'Яма','post_type':'suggest'}";
        assertThat(event("wall_post_new", suggested).posts()).isEmpty();
        assertThat(event("wall_post_new", suggested.replace("suggest", "post").replace("-123", "-99"))
                        .posts())
                .isEmpty();
        assertThat(event("message_new", "{}")).isEqualTo(new Push.Taken(200, "ok", List.of(), List.of()));
        assertThat(event("wall_reply_new", REPLY.replace("-123", "-99")).status())
                .isEqualTo(400);
    }

    @Test
    void who_does_not_know_the_secret_is_not_heard() {
        String body = "{'type':'wall_reply_new','group_id':123,'secret':'%s','object':" + REPLY + "}";
        assertThat(take(body.formatted("wrong"), SECRETS).status()).isEqualTo(403);
        assertThat(take(body.formatted(""), SECRETS).status()).isEqualTo(403);
        assertThat(take(body.formatted(""), Map.of()).status()).isEqualTo(403);
        assertThat(take(body.formatted("s3cret"), SECRETS).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{'type':'wall_reply_new'}",
                "{'type':7,'group_id':123}",
                "{'type':'wall_reply_new','group_id':'123','secret':'s3cret'}",
                "{'type':'wall_reply_new','group_id':123,'secret':'s3cret'}",
                "{'type':'wall_reply_new','group_id':123,'secret':'s3cret','object':[]}",
                "{'type':'wall_reply_new','group_id':123,'secret':'s3cret','object':{'id':1}}",
                "{'type':'board_post_new','group_id':123,'secret':'s3cret','object':{'id':1,'date':1,'from_id':1}}",
            })
    void nonsense_is_refused(String body) {
        assertThat(take(body, SECRETS).status()).isEqualTo(400);
    }

    @Test
    void a_body_too_large_is_not_read() {
        assertThat(take(" ".repeat((1 << 20) + 1), SECRETS).status()).isEqualTo(413);
    }
}
