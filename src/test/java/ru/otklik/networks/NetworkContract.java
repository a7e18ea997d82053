package ru.otklik.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every network promises; one subclass a network, over HTTP against a stand-in that speaks its API. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class NetworkContract {

    private static final int ENOUGH = 50;

    protected abstract Network network();

    /** A living access of an official account that may do all. */
    protected abstract Access access();

    /** The place where {@link #written} writes. */
    protected abstract Place place();

    /** A citizen writes; where it stands. */
    protected abstract Address written(String text);

    /** The citizen changes it. */
    protected abstract void changed(Address post, String text);

    /** Somebody deletes it, an answer of ours as well. */
    protected abstract void deleted(Address post);

    /** False: this stand-in does not know such trouble. */
    protected abstract boolean trouble(Trouble next);

    /** Whether a deletion is heard by listening; otherwise it is only seen by looking. */
    protected boolean hearsDeletions() {
        return true;
    }

    @Test
    void posts_are_heard_in_the_order_of_writing_and_then_no_more() {
        String before = upToNow();
        Address first = written("Яма на дороге");
        Address second = written("Не горит фонарь <b>&amp;</b> \uD83D\uDE12");
        Hearing heard = from(before);
        assertThat(heard.posts).extracting(Post::address).containsExactly(first, second);
        assertThat(heard.posts)
                .extracting(Post::text)
                .containsExactly("Яма на дороге", "Не горит фонарь <b>&amp;</b> \uD83D\uDE12");
        assertThat(heard.posts).allSatisfy(p -> {
            assertThat(p.postedAt()).isNotNull();
            assertThat(p.url()).startsWith("http");
        });
        assertThat(from(heard.cursor).posts).isEmpty();
    }

    @Test
    void a_changed_post_is_heard_again_at_its_address() {
        Address post = written("Яма");
        String before = upToNow();
        changed(post, "Большая яма");
        assertThat(from(before).posts).singleElement().satisfies(p -> {
            assertThat(p.address()).isEqualTo(post);
            assertThat(p.text()).isEqualTo("Большая яма");
        });
    }

    @Test
    void a_deleted_post_is_heard_as_gone_or_seen_so() {
        Address post = written("Яма, которой не было");
        String before = upToNow();
        deleted(post);
        if (hearsDeletions()) {
            assertThat(from(before).gone).contains(post);
        } else {
            assertThat(network().look(post, access())).isEmpty();
        }
    }

    @Test
    void a_link_to_a_place_is_recognised_and_another_is_not() {
        Found found = network().recognise(place().url(), access());
        assertThat(found.place().id()).isEqualTo(place().id());
        assertThat(found.place().network()).isEqualTo(network().key());
        assertThat(found.can()).isNotEmpty();
        assertThatThrownBy(() -> network().recognise("https://example.com/nothing here", access()))
                .isInstanceOfSatisfying(
                        NetworkFault.class, f -> assertThat(f.kind()).isEqualTo(NetworkFault.Kind.NOT_FOUND));
    }

    @Test
    void a_dead_token_a_broken_network_and_nonsense_are_told_apart() {
        upToNow();
        assertFault(Trouble.TOKEN_DEAD, NetworkFault.Kind.TOKEN_DEAD);
        assertFault(Trouble.NONSENSE, NetworkFault.Kind.NONSENSE);
        assertFault(Trouble.BROKEN, NetworkFault.Kind.TROUBLE);
        assertFault(Trouble.LIMIT, NetworkFault.Kind.LIMIT);
    }

    /** The adapter may try reading again by itself, so the trouble is repeated for each try. */
    private void assertFault(Trouble trouble, NetworkFault.Kind kind) {
        boolean known = true;
        for (int i = 0; i < 5 && known; i++) {
            known = trouble(trouble);
        }
        if (known) {
            assertThatThrownBy(() -> network().listen(lane(""))).isInstanceOfSatisfying(NetworkFault.class, f -> {
                assertThat(f.kind()).isEqualTo(kind);
                access().secrets()
                        .values()
                        .forEach(secret -> assertThat(f.toString()).doesNotContain(secret));
            });
        }
        trouble(Trouble.NONE);
    }

    @Test
    void an_answer_stands_there_byte_for_byte_from_our_account() {
        assumeThat(network().abilities().answers()).isTrue();
        Address post = written("Яма");
        String text = "Здравствуйте!\n\n  Яму «заделают» <b>1</b> декабря: 5 & 6.\n\uD83D\uDC4D Спасибо";
        var answer = Answer.of(text, key());
        var posted = (Reply.Posted) network().answer(post, answer, access());
        assertThat(posted.at()).isBetween(Instant.EPOCH, Instant.MAX);
        if (network().abilities().looks()) {
            assertThat(network().standing(post, posted.externalId(), access())).isEqualTo(Standing.stands(text));
            var seen = network().look(new Address(post.thread(), posted.externalId()), access());
            assertThat(seen).hasValueSatisfying(p -> {
                assertThat(p.authorId()).isEqualTo(network().probe(access()).id());
                assertThat(p.text()).isEqualTo(text);
            });
        }
    }

    @Test
    void an_answer_is_found_under_the_post_and_no_other_is() {
        assumeThat(network().abilities().looks() && network().abilities().answers())
                .isTrue();
        Address post = written("Яма");
        var answer = Answer.of("Заделаем завтра", key());
        assertThat(network().find(post, answer, access())).isEmpty();
        var posted = (Reply.Posted) network().answer(post, answer, access());
        assertThat(network().find(post, answer, access()))
                .hasValueSatisfying(p -> assertThat(p.externalId()).isEqualTo(posted.externalId()));
        assertThat(network().find(post, Answer.of("Другой ответ", key()), access()))
                .isEmpty();
        deleted(new Address(post.thread(), posted.externalId()));
        assertThat(network().standing(post, posted.externalId(), access())).isEqualTo(Standing.GONE);
    }

    @Test
    void what_was_done_although_the_line_was_cut_is_uncertain_and_then_found() {
        assumeThat(network().abilities().answers()).isTrue();
        Address post = written("Яма");
        assumeThat(trouble(Trouble.DONE_AND_CUT)).isTrue();
        var answer = Answer.of("Заделаем послезавтра", key());
        assertThat(network().answer(post, answer, access())).isInstanceOf(Reply.Uncertain.class);
        if (network().abilities().looks()) {
            assertThat(network().find(post, answer, access())).isPresent();
        }
    }

    @Test
    void what_a_network_refused_is_surely_not_posted_and_says_why() {
        assumeThat(network().abilities().answers()).isTrue();
        Address post = written("Яма");
        var kinds = List.of(
                new Object[] {Trouble.TOKEN_DEAD, NetworkFault.Kind.TOKEN_DEAD},
                new Object[] {Trouble.LIMIT, NetworkFault.Kind.LIMIT},
                new Object[] {Trouble.COMMENTS_CLOSED, NetworkFault.Kind.COMMENTS_CLOSED},
                new Object[] {Trouble.POST_GONE, NetworkFault.Kind.POST_GONE});
        for (Object[] k : kinds) {
            if (trouble((Trouble) k[0])) {
                var answer = Answer.of("Не должно появиться", key());
                assertThat(network().answer(post, answer, access())).isInstanceOfSatisfying(Reply.Refused.class, r -> {
                    assertThat(r.fault().kind()).isEqualTo(k[1]);
                    assertThat(r.fault().sentence()).matches("(?s)[А-ЯЁ].*\\..*");
                });
                trouble(Trouble.NONE);
                if (network().abilities().looks()) {
                    assertThat(network().find(post, answer, access())).isEmpty();
                }
            }
        }
    }

    @Test
    void what_broke_in_the_middle_is_never_told_as_refused() {
        assumeThat(network().abilities().answers()).isTrue();
        Address post = written("Яма");
        for (Trouble t : List.of(Trouble.BROKEN, Trouble.CUT, Trouble.NONSENSE)) {
            if (trouble(t)) {
                assertThat(network().answer(post, Answer.of("Может быть", key()), access()))
                        .as(t.name())
                        .isInstanceOf(Reply.Uncertain.class);
            }
            trouble(Trouble.NONE);
        }
    }

    @Test
    void a_correction_changes_the_answer_in_place() {
        assumeThat(network().abilities().edits()).isTrue();
        Address post = written("Яма");
        var posted = (Reply.Posted) network().answer(post, Answer.of("Заделаем вчера", key()), access());
        assertThat(network().correct(post, posted.externalId(), Answer.of("Заделаем завтра", key()), access()))
                .isInstanceOfSatisfying(
                        Reply.Posted.class, p -> assertThat(p.externalId()).isEqualTo(posted.externalId()));
    }

    protected Lane lane(String cursor) {
        return new Lane(List.of(place()), cursor, access(), Instant.EPOCH, 100);
    }

    protected static class Hearing {
        public final List<Post> posts = new ArrayList<>();
        public final List<Address> gone = new ArrayList<>();
        public String cursor = "";
    }

    /** All that there is from here on. Most networks are asked twice, as a listener does. */
    protected Hearing from(String cursor) {
        var all = new Hearing();
        all.cursor = cursor;
        for (int i = 0; i < ENOUGH; i++) {
            Heard heard = network().listen(lane(all.cursor));
            all.posts.addAll(heard.posts());
            all.gone.addAll(heard.gone());
            all.cursor = heard.cursor();
            if (!heard.more() && heard.isEmpty()) {
                return all;
            }
        }
        throw new AssertionError("The network never comes to an end");
    }

    protected String upToNow() {
        return from("").cursor;
    }

    protected static String key() {
        return UUID.randomUUID().toString();
    }
}
