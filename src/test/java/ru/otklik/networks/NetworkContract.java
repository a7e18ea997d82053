package ru.otklik.networks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every network promises; one subclass a network. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class NetworkContract {

    protected abstract Network network();

    /** A citizen writes; where it stands. */
    protected abstract Address written(String text);

    /** The citizen changes it. */
    protected abstract void changed(Address post, String text);

    @Test
    void a_post_is_heard_once_and_in_the_order_of_writing() {
        String before = upToNow();
        Address first = written("Яма на дороге");
        Address second = written("Не горит фонарь");
        Heard heard = network().listen(before);
        assertThat(heard.posts()).extracting(Post::address).containsExactly(first, second);
        assertThat(heard.posts()).extracting(Post::text).containsExactly("Яма на дороге", "Не горит фонарь");
        assertThat(heard.posts()).extracting(Post::official).containsOnly(false);
        assertThat(network().listen(heard.cursor())).isEqualTo(new Heard(java.util.List.of(), heard.cursor()));
    }

    @Test
    void a_changed_post_is_heard_again_at_its_address() {
        Address post = written("Яма");
        String before = upToNow();
        changed(post, "Большая яма");
        assertThat(network().listen(before).posts()).singleElement().satisfies(p -> {
            assertThat(p.address()).isEqualTo(post);
            assertThat(p.text()).isEqualTo("Большая яма");
        });
    }

    @Test
    void an_answer_stands_there_byte_for_byte_and_is_heard_as_official() {
        Address post = written("Яма");
        String before = upToNow();
        String text = "Здравствуйте!\n\n  Яму «заделают» <b>1</b> декабря. \u00a0👍 ";
        var posted = (Reply.Posted) network().answer(post, text, key());
        assertThat(network().listen(before).posts()).singleElement().satisfies(p -> {
            assertThat(p.text()).isEqualTo(text);
            assertThat(p.official()).isTrue();
            assertThat(p.parent()).isEqualTo(post.message());
            assertThat(p.address()).isEqualTo(new Address(post.thread(), posted.externalId()));
        });
    }

    @Test
    void the_same_key_is_posted_once() {
        Address post = written("Яма");
        String before = upToNow();
        String key = key();
        Reply first = network().answer(post, "Заделаем", key);
        assertThat(network().answer(post, "Заделаем", key)).isEqualTo(first);
        assertThat(network().listen(before).posts()).hasSize(1);
    }

    @Test
    void an_answer_is_found_by_its_key_and_no_other_is() {
        Address post = written("Яма");
        String key = key();
        assertThat(network().find(post, key)).isEmpty();
        Reply posted = network().answer(post, "Заделаем", key);
        assertThat(network().find(post, key)).contains((Reply.Posted) posted);
        assertThat(network().find(post, key())).isEmpty();
    }

    private String upToNow() {
        Heard heard = network().listen("");
        while (!heard.posts().isEmpty()) {
            heard = network().listen(heard.cursor());
        }
        return heard.cursor();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
