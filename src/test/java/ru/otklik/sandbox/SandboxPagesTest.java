package ru.otklik.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.otklik.directory.MovableClock;
import ru.otklik.directory.OnPostgres;
import ru.otklik.directory.Visitor;

@OnPostgres
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SandboxPagesTest {

    @Autowired
    MovableClock clock;

    @Autowired
    SandboxPosts posts;

    @LocalServerPort
    int port;

    @BeforeEach
    void a_minute_later() {
        clock.move(Duration.ofMinutes(2));
    }

    @Test
    void a_stranger_writes_comments_and_changes_only_what_is_his_own() {
        var author = new Visitor(port);
        var written = author.submit("/sandbox", "/sandbox", Map.of("name", "Житель", "text", "Яма <b>тут</b>"));
        assertThat(written.statusCode()).isEqualTo(302);
        var post = newest();
        String thread = "/sandbox/threads/" + post.thread();
        assertThat(author.get("/sandbox").body()).contains("Яма &lt;b&gt;тут&lt;/b&gt;", "Изменить");

        author.submit(thread, thread, Map.of("name", "Сосед", "text", "И у нас"));
        assertThat(new Visitor(port).get(thread).body())
                .contains("И у нас", "Яма")
                .doesNotContain("Изменить");

        String edit = "/sandbox/posts/" + post.id();
        new Visitor(port).submit("/sandbox", edit, Map.of("text", "Чужая правка"));
        assertThat(posts.find(post.id()).orElseThrow().text()).isEqualTo("Яма <b>тут</b>");
        author.submit(edit, edit, Map.of("text", "Яма у школы"));
        assertThat(new Visitor(port).get(thread).body()).contains("Яма у школы", "изменено");
    }

    @Test
    void the_official_answer_appears_in_the_thread_and_on_the_wall() {
        var post = posts.write("citizen", "Житель", "Не горит фонарь", null, clock.instant());
        posts.answer(post, "Официальный ответ", "Фонарь починят завтра.", "page-test", clock.instant());
        assertThat(new Visitor(port)
                        .get("/sandbox/threads/" + post.thread() + "/posts")
                        .body())
                .contains("Фонарь починят завтра.", "ответ органа власти")
                .doesNotContain("<html");
        assertThat(new Visitor(port).get("/sandbox/posts").body()).contains("Фонарь починят завтра.");
    }

    @Test
    void too_long_is_told_and_what_was_typed_is_kept() {
        var answer =
                new Visitor(port).submit("/sandbox", "/sandbox", Map.of("name", "Житель", "text", "я".repeat(2001)));
        assertThat(answer.body()).contains("Напишите текст: от 1 до 2000 знаков.", "я".repeat(2001));
    }

    @Test
    void the_twenty_first_text_of_a_minute_is_refused_until_the_minute_passes() {
        var pace = new Pace();
        for (int i = 0; i < 20; i++) {
            assertThat(pace.allows("a", clock.instant())).isTrue();
        }
        assertThat(pace.allows("a", clock.instant())).isFalse();
        assertThat(pace.allows("b", clock.instant())).isTrue();
        assertThat(pace.allows("a", clock.instant().plusSeconds(60))).isTrue();
    }

    private SandboxPost newest() {
        return posts.wall(1).get(0);
    }
}
