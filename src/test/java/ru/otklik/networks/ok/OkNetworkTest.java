package ru.otklik.networks.ok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.otklik.networks.Access;
import ru.otklik.networks.Address;
import ru.otklik.networks.Answer;
import ru.otklik.networks.Heard;
import ru.otklik.networks.Lane;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.Post;
import ru.otklik.networks.Reply;
import ru.otklik.networks.Standing;
import ru.otklik.networks.Trouble;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OkNetworkTest {

    private final OkAtStandIn at = new OkAtStandIn(false);

    @AfterEach
    void close() {
        at.close();
    }

    private Heard listen(String cursor, Instant since, int most) {
        return at.network.listen(new Lane(List.of(OkAtStandIn.PLACE), cursor, OkAtStandIn.ACCESS, since, most));
    }

    /** All there is; the number of hearings shows that it comes to an end. */
    private Heard all(String cursor, Instant since, int most) {
        var posts = new ArrayList<Post>();
        var gone = new ArrayList<Address>();
        for (int i = 0; i < 100; i++) {
            Heard heard = listen(cursor, since, most);
            posts.addAll(heard.posts());
            gone.addAll(heard.gone());
            cursor = heard.cursor();
            if (!heard.more()) {
                return new Heard(posts, gone, cursor, false);
            }
        }
        throw new AssertionError("There is always more");
    }

    @Test
    void a_long_discussion_is_heard_whole_and_once() {
        String topic = at.ok.topic("Дороги");
        at.ok.page = 10;
        var ids = new ArrayList<String>();
        for (int i = 0; i < 57; i++) {
            ids.add(at.ok.comment(topic, "1001", "Яма " + i));
        }
        Heard heard = all("", Instant.EPOCH, 10);
        assertThat(heard.posts()).hasSize(58);
        assertThat(heard.posts()).extracting(p -> p.address().message()).contains(ids.toArray(String[]::new));
        assertThat(all(heard.cursor(), Instant.EPOCH, 10).posts()).isEmpty();
        for (int i = 0; i < 25; i++) {
            ids.add(at.ok.comment(topic, "1001", "Ещё яма " + i));
        }
        Heard later = all(heard.cursor(), Instant.EPOCH, 10);
        assertThat(later.posts()).hasSize(25);
        assertThat(later.gone()).isEmpty();
    }

    @Test
    void what_is_older_than_wanted_is_not_heard() {
        String topic = at.ok.topic("Дороги");
        at.ok.comment(topic, "1001", "Давняя яма");
        Instant now = Instant.ofEpochMilli(1_760_000_002_000L);
        at.ok.comment(topic, "1001", "Новая яма");
        assertThat(all("", now.plusMillis(1), 100).posts())
                .extracting(Post::text)
                .containsExactly("Новая яма");
    }

    @Test
    void a_topic_is_heard_when_it_is_changed_and_when_it_is_deleted() {
        String topic = at.ok.topic("Дороги");
        String other = at.ok.topic("Вода");
        String cursor = all("", Instant.EPOCH, 100).cursor();
        at.ok.retell(topic, "Дороги и мосты");
        Heard heard = all(cursor, Instant.EPOCH, 100);
        assertThat(heard.posts()).singleElement().satisfies(p -> {
            assertThat(p.text()).isEqualTo("Дороги и мосты");
            assertThat(p.authorId()).isEqualTo(OkStandIn.GROUP);
            assertThat(p.authorName()).isEqualTo("Ставрополье");
            assertThat(p.url()).isEqualTo("https://ok.ru/group/" + OkStandIn.GROUP + "/topic/" + topic);
        });
        at.ok.deleteTopic(other);
        assertThat(all(heard.cursor(), Instant.EPOCH, 100).gone())
                .containsExactly(new Address("GROUP_TOPIC:" + other, other));
        assertThat(at.network.look(new Address("GROUP_TOPIC:" + other, "topic"), OkAtStandIn.ACCESS))
                .isEmpty();
        assertThat(at.network.look(new Address("GROUP_TOPIC:" + topic, "topic"), OkAtStandIn.ACCESS))
                .hasValueSatisfying(p -> assertThat(p.text()).isEqualTo("Дороги и мосты"));
    }

    @Test
    void a_busy_group_is_heard_with_a_small_memory() {
        for (int i = 0; i < 60; i++) {
            String topic = at.ok.topic("Тема " + i);
            for (int j = 0; j < 60; j++) {
                at.ok.comment(topic, "1001", "Яма " + j);
            }
        }
        Heard heard = all("", Instant.EPOCH, 500);
        assertThat(heard.cursor().length()).isLessThan(150_000);
        assertThat(all(heard.cursor(), Instant.EPOCH, 500).posts()).isEmpty();
    }

    @Test
    void without_the_right_to_see_discussions_topics_are_heard_all_the_same() {
        at.ok.listForbidden = true;
        at.ok.comment(at.ok.topic("Дороги"), "1001", "Яма");
        assertThat(all("", Instant.EPOCH, 100).posts()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "https://ok.ru/group/123/topic/456, 456",
        "https://ok.ru/stavropol/topic/456, 456",
        "http://www.odnoklassniki.ru/group/123/topic/456/, 456",
        "m.ok.ru/group/123/topic/456?from=feed, 456",
        "https://ok.ru/group/123/topic/456?st.commentId=MTQy:15, MTQy:15",
        "https://ok.ru/group/123/topic/456#comment-MTQy%3A15, MTQy:15"
    })
    void a_link_to_a_topic_or_a_comment_leads_there(String link, String message) {
        assertThat(at.network.address(link)).contains(new Address("GROUP_TOPIC:456", message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ok.ru/group/123",
                "https://ok.ru.example.com/group/1/topic/2",
                "https://example.com/ok.ru/group/1/topic/2",
                "javascript:alert(1)",
                "https://ok.ru/group/123/topic/456 and more",
                ""
            })
    void another_link_leads_nowhere(String link) {
        assertThat(at.network.address(link)).isEmpty();
    }

    @Test
    void an_answer_by_hand_is_found_checked_and_gets_its_own_time() {
        String topic = at.ok.topic("Дороги");
        var post = new Address("GROUP_TOPIC:" + topic, at.ok.comment(topic, "1001", "Яма"));
        var answer = Answer.of("Заделаем завтра", "key");
        assertThat(at.network.answer(post, answer, OkAtStandIn.ACCESS))
                .isInstanceOfSatisfying(
                        Reply.Refused.class, r -> assertThat(r.fault().kind()).isEqualTo(Kind.NO_RIGHT));
        assertThat(at.ok.called).doesNotContain("discussions.addDiscussionComment");
        String byHand = at.ok.comment(topic, OkStandIn.GROUP, "Заделаем завтра\n");
        var found = at.network.find(post, answer, OkAtStandIn.ACCESS).orElseThrow();
        assertThat(found.externalId()).isEqualTo(byHand);
        assertThat(found.at()).isEqualTo(Instant.ofEpochMilli(1_760_000_003_000L));
        assertThat(at.network.standing(post, byHand, OkAtStandIn.ACCESS))
                .isEqualTo(Standing.stands("Заделаем завтра\n"));
        at.ok.delete(byHand);
        assertThat(at.network.standing(post, byHand, OkAtStandIn.ACCESS)).isEqualTo(Standing.GONE);
    }

    @Test
    void a_group_is_recognised_by_its_name() {
        var found = at.network.recognise("https://ok.ru/stavropol", OkAtStandIn.ACCESS);
        assertThat(found.place()).isEqualTo(OkAtStandIn.PLACE);
        assertThat(found.missing()).isNotEmpty();
        assertThatThrownBy(() -> at.network.recognise("https://ok.ru/nobody", OkAtStandIn.ACCESS))
                .isInstanceOfSatisfying(
                        NetworkFault.class, f -> assertThat(f.kind()).isEqualTo(Kind.NOT_FOUND));
    }

    @Test
    void reading_is_tried_again_and_writing_never() {
        at.ok.topic("Дороги");
        at.ok.next(Trouble.BROKEN);
        at.ok.next(Trouble.CUT);
        assertThat(listen("", Instant.EPOCH, 100).posts()).hasSize(1);
        try (var old = new OkAtStandIn(true)) {
            String topic = old.ok.topic("Дороги");
            old.ok.next(Trouble.BROKEN);
            var post = new Address("GROUP_TOPIC:" + topic, topic);
            assertThat(old.network.answer(post, Answer.of("Заделаем", "key"), OkAtStandIn.ACCESS))
                    .isInstanceOf(Reply.Uncertain.class);
            assertThat(old.ok.called).containsExactly("discussions.addDiscussionComment");
        }
    }

    @Test
    void a_wrong_secret_and_a_missing_one_say_which() {
        var wrong = new Access(
                null,
                Map.of(
                        "token",
                        OkStandIn.TOKEN,
                        "application_key",
                        OkStandIn.APPLICATION,
                        "application_secret_key",
                        "other"));
        assertThatThrownBy(() -> at.network.probe(wrong)).isInstanceOfSatisfying(NetworkFault.class, f -> {
            assertThat(f.kind()).isEqualTo(Kind.TOKEN_DEAD);
            assertThat(f.sentence()).contains("секретный ключ").doesNotContain("other");
        });
        var none = new Access(null, Map.of("token", OkStandIn.TOKEN));
        assertThatThrownBy(() -> at.network.probe(none)).hasMessageContaining("публичный ключ");
        assertThat(at.network.probe(OkAtStandIn.ACCESS).id()).isEqualTo("777");
    }
}
