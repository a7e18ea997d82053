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
class CitizenPagesTest {

    private static final String WALL = "/sandbox/vk/stavonline";

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    @BeforeEach
    void a_minute_later() {
        clock.move(Duration.ofMinutes(2));
    }

    @Test
    void a_citizen_writes_changes_deletes_and_sees_the_official_answer() {
        var author = new Visitor(port);
        String page = author.submit(
                        WALL,
                        "/sandbox/write",
                        Map.of(
                                "network",
                                "vk",
                                "place",
                                "stavonline",
                                "name",
                                "Анна Петрова",
                                "text",
                                "Яма <b>тут</b>"))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^http://[^/]+", "");
        assertThat(page).startsWith("/sandbox/vk/wall-100002_");
        String path = page.substring(0, page.indexOf('#'));
        String ref = path.replace("/sandbox/vk/wall", "");
        assertThat(author.get(path).body()).contains("Яма &lt;b&gt;тут&lt;/b&gt;", "Изменить", "Удалить");
        var stranger = new Visitor(port);
        assertThat(stranger.get(path).body()).doesNotContain("Изменить");
        assertThat(stranger.submit(WALL, "/sandbox/change", Map.of("network", "vk", "ref", ref, "text", "Чужое"))
                        .statusCode())
                .isEqualTo(404);
        author.submit(WALL, "/sandbox/change", Map.of("network", "vk", "ref", ref, "text", "Яма у школы"));
        new Wire(port)
                .vkDone(
                        SandboxAccess.KRAI,
                        "wall.createComment",
                        "owner_id",
                        SandboxAccess.ONLINE.owner(),
                        "post_id",
                        ref.split("_")[1],
                        "message",
                        "Заделаем завтра");
        assertThat(stranger.get(path + "?part=messages").body())
                .contains("Яма у школы", "изменено", "Заделаем завтра", "ответ органа власти")
                .doesNotContain("<html");
        assertThat(stranger.get(WALL).body()).contains("Заделаем завтра");

        String comment = author.submit(
                        path,
                        "/sandbox/reply",
                        Map.of("network", "vk", "ref", ref, "name", "Анна", "text", "Не заделали"))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^http://[^/]+", "");
        String commentRef = "-100002_" + comment.substring(comment.indexOf("#m") + 2);
        author.submit(path, "/sandbox/remove", Map.of("network", "vk", "ref", commentRef));
        assertThat(stranger.get(path).body()).doesNotContain("Не заделали", "Сообщение удалено");
        assertThat(author.get(path).body()).contains("Восстановить");
        author.submit(path, "/sandbox/restore", Map.of("network", "vk", "ref", commentRef));
        assertThat(stranger.get(path).body()).contains("Не заделали");
    }

    @Test
    void the_discussion_of_a_channel_is_written_to_and_bad_text_stays_typed() {
        var author = new Visitor(port);
        String talk = "/sandbox/telegram/stavkrai_talk";
        String page = author.submit(
                        talk,
                        "/sandbox/write",
                        Map.of("network", "telegram", "place", "stavkrai_talk", "name", "Анна", "text", "Где автобус?"))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^http://[^/]+", "");
        String path = page.substring(0, page.indexOf('#'));
        String id = path.substring(path.lastIndexOf('/') + 1);
        new Wire(port)
                .telegramDone(
                        "sendMessage",
                        "chat_id",
                        SandboxAccess.DISCUSSION.account(),
                        "text",
                        "Уже едет",
                        "reply_parameters",
                        "{\"message_id\":" + id + "}");
        assertThat(author.get(path).body()).contains("Где автобус?", "Уже едет", "ответ органа власти");
        assertThat(author.submit(
                                talk,
                                "/sandbox/write",
                                Map.of(
                                        "network",
                                        "telegram",
                                        "place",
                                        "stavkrai_talk",
                                        "name",
                                        "Анна",
                                        "text",
                                        "я".repeat(2001)))
                        .body())
                .contains("Напишите текст: от 1 до 2000 знаков.", "я".repeat(2001));
        assertThat(author.get("/sandbox/vk/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void links_of_the_networks_lead_to_pages() {
        assertThat(SandboxLinks.page("https://vk.com/wall-100002_15?reply=17"))
                .hasValue("/sandbox/vk/wall-100002_15#m17");
        assertThat(SandboxLinks.page("https://vk.com/wall-100002_15")).hasValue("/sandbox/vk/wall-100002_15");
        assertThat(SandboxLinks.page("https://vk.com/wall-100002_15?reply=19&thread=17"))
                .hasValue("/sandbox/vk/wall-100002_15#m19");
        assertThat(SandboxLinks.page("https://vk.com/topic-100001_3?post=4")).hasValue("/sandbox/vk/topic-100001_3#m4");
        assertThat(SandboxLinks.page("https://vk.com/stavonline")).hasValue(WALL);
        assertThat(SandboxLinks.page("https://t.me/stavkrai_talk/12")).hasValue("/sandbox/telegram/stavkrai_talk/12");
        assertThat(SandboxLinks.page("https://t.me/stavkrai_talk/12?thread=5"))
                .hasValue("/sandbox/telegram/stavkrai_talk/12");
        assertThat(SandboxLinks.page("https://t.me/stavkrai_demo/3?comment=12"))
                .hasValue("/sandbox/telegram/stavkrai_talk/12");
        assertThat(SandboxLinks.page("https://t.me/c/2200000002/12")).hasValue("/sandbox/telegram/stavkrai_talk/12");
        assertThat(SandboxLinks.page("https://example.com/wall-1_2")).isEmpty();
    }

    @Test
    void switches_of_a_person_are_kept_and_taken_back() {
        var person = new Visitor(port);
        person.submit("/sandbox/troubles", "/sandbox/troubles", Map.of("network", "vk", "RATE", "100", "skew", "5"));
        assertThat(new Wire(port).vkError(SandboxAccess.READING, "utils.getServerTime"))
                .isEqualTo(6);
        person.submit("/sandbox/troubles", "/sandbox/troubles", Map.of("network", "vk", "clear", "true"));
        assertThat(new Wire(port).vkError(SandboxAccess.READING, "utils.getServerTime"))
                .isZero();
    }
}
