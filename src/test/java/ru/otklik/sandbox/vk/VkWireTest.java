package ru.otklik.sandbox.vk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.otklik.sandbox.SandboxAccess.EDITOR;
import static ru.otklik.sandbox.SandboxAccess.KRAI;
import static ru.otklik.sandbox.SandboxAccess.ONLINE;
import static ru.otklik.sandbox.SandboxAccess.READING;
import static ru.otklik.sandbox.SandboxAccess.ROADS;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.otklik.directory.OnPostgres;
import ru.otklik.networks.Endpoints;
import ru.otklik.sandbox.Wire;
import tools.jackson.databind.JsonNode;

@OnPostgres
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VkWireTest {

    private static final long WALL = ONLINE.owner();

    @Autowired
    VkWriting writing;

    @Autowired
    Endpoints endpoints;

    @LocalServerPort
    int port;

    Wire wire;

    @BeforeEach
    void a_caller() {
        wire = new Wire(port);
    }

    @AfterEach
    void no_trouble() {
        wire.trouble("vk");
    }

    @Test
    void the_demo_leads_the_adapters_here() {
        assertThat(endpoints.of("vk")).hasToString("http://127.0.0.1:" + port + "/sandbox/vk/method/");
        assertThat(endpoints.of("telegram")).hasToString("http://127.0.0.1:" + port + "/sandbox/telegram/");
        assertThat(endpoints.of("ok")).hasToString("https://api.ok.ru/fb.do");
    }

    @Test
    void what_the_schema_does_not_know_is_refused() {
        assertThat(wire.vkError(READING, "wall.get", "owner_id", WALL, "cuont", 5))
                .isEqualTo(100);
        assertThat(wire.vkError(READING, "wall.get", "owner_id", WALL, "count", 101))
                .isEqualTo(100);
        assertThat(wire.vkError(READING, "wall.get", "owner_id", "x")).isEqualTo(100);
        assertThat(wire.vkError(READING, "wall.get", "owner_id", -5)).isEqualTo(100);
        assertThat(wire.vkError(READING, "wall.getComments", "owner_id", WALL, "post_id", 1, "thread_items_count", 11))
                .isEqualTo(100);
        assertThat(wire.vkError(KRAI, "wall.createComment", "owner_id", WALL, "message", "x"))
                .isEqualTo(100);
        assertThat(wire.vkError(READING, "wall.nothing")).isEqualTo(3);
        assertThat(wire.vkError(READING, "utils.getServerTime", "v", "5.131")).isEqualTo(8);
        assertThat(wire.vkError(READING, "utils.getServerTime", "access_token", ""))
                .isEqualTo(5);
        JsonNode error = wire.vk(READING, "utils.getServerTime", "access_token", "stolen-token");
        assertThat(error.path("error").path("error_code").asInt()).isEqualTo(5);
        assertThat(error.toString()).doesNotContain("stolen-token");
    }

    @Test
    void a_method_is_for_the_tokens_that_the_schema_names() {
        assertThat(wire.vkError(KRAI, "wall.get", "owner_id", WALL)).isEqualTo(27);
        assertThat(wire.vkError(KRAI, "wall.getComments", "owner_id", WALL, "post_id", 1))
                .isEqualTo(27);
        assertThat(wire.vkError(KRAI, "photos.getWallUploadServer")).isEqualTo(27);
        assertThat(wire.vkError(READING, "wall.createComment", "owner_id", WALL, "post_id", 1, "message", "x"))
                .isEqualTo(28);
        assertThat(wire.vkError(READING, "wall.getComment", "owner_id", WALL, "comment_id", 1))
                .isEqualTo(28);
        assertThat(wire.vkError(EDITOR, "groups.getTokenPermissions")).isEqualTo(5);
        assertThat(wire.vkDone(KRAI, "groups.getTokenPermissions").path("mask").asInt() & 8192)
                .isEqualTo(8192);
    }

    @Test
    void a_post_its_comments_and_their_threads_are_read_as_the_schema_says() {
        VkRow post = writing.post(WALL, "anna", "Анна Петрова", "Яма у школы");
        VkRow first = reply(WALL, post.id(), "boris", "Борис", "И у нас");
        VkRow below = reply(WALL, first.id(), "anna", "Анна Петрова", "Где?");
        reply(WALL, below.id(), "boris", "Борис", "я".repeat(200));
        reply(WALL, post.id(), "vera", "Вера", "Второй");

        JsonNode wall = wire.vkDone(READING, "wall.get", "domain", "stavonline", "count", 1, "extended", 1);
        JsonNode newest = wall.path("items").get(0);
        assertThat(newest.path("id").asLong()).isEqualTo(post.id());
        assertThat(newest.path("comments").path("count").asInt()).isEqualTo(4);
        assertThat(wall.path("profiles").get(0).path("first_name").asString()).isEqualTo("Анна");
        assertThat(wall.path("groups").get(0).path("id").asLong()).isEqualTo(ONLINE.account());

        JsonNode level = comments(post, "thread_items_count", 10);
        assertThat(level.path("count").asInt()).isEqualTo(4);
        assertThat(level.path("current_level_count").asInt()).isEqualTo(2);
        assertThat(texts(level)).containsExactly("И у нас", "Второй");
        JsonNode thread = level.path("items").get(0).path("thread");
        assertThat(thread.path("count").asInt()).isEqualTo(2);
        assertThat(texts(thread)).containsExactly("Где?", "я".repeat(90) + "…");
        assertThat(thread.path("items").get(1).path("reply_to_comment").asLong())
                .isEqualTo(below.id());

        JsonNode alone = comments(post, "comment_id", first.id(), "preview_length", 0, "sort", "desc");
        assertThat(texts(alone)).containsExactly("я".repeat(200), "Где?");
        JsonNode later = comments(post, "start_comment_id", first.id(), "offset", 1);
        assertThat(texts(later)).containsExactly("Второй");
        assertThat(later.path("real_offset").asInt()).isEqualTo(1);
    }

    @Test
    void a_deleted_comment_leaves_its_place_while_there_is_something_below_it() {
        VkRow post = writing.post(WALL, "anna", "Анна", "Яма");
        VkRow lonely = reply(WALL, post.id(), "anna", "Анна", "Одинокий");
        VkRow answered = reply(WALL, post.id(), "anna", "Анна", "С ответом");
        reply(WALL, answered.id(), "anna", "Анна", "Ответ");
        writing.setDeleted(WALL, lonely.id(), true);
        writing.setDeleted(WALL, answered.id(), true);
        JsonNode level = comments(post);
        assertThat(level.path("count").asInt()).isEqualTo(1);
        assertThat(level.path("items")).hasSize(1);
        assertThat(level.path("items").get(0).path("deleted").asBoolean()).isTrue();
        assertThat(level.toString()).doesNotContain("С ответом");
        writing.setDeleted(WALL, lonely.id(), false);
        assertThat(comments(post).path("count").asInt()).isEqualTo(2);
        writing.setDeleted(WALL, post.id(), true);
        assertThat(wire.vkError(READING, "wall.getComments", "owner_id", WALL, "post_id", post.id()))
                .isEqualTo(15);
        assertThat(wire.vkDone(READING, "wall.getById", "posts", WALL + "_" + post.id())
                        .path("items"))
                .isEmpty();
    }

    @Test
    void the_same_guid_makes_one_comment_of_the_community() {
        VkRow post = writing.post(WALL, "anna", "Анна", "Яма");
        Object[] call = {"owner_id", WALL, "post_id", post.id(), "message", "Заделаем <b>&", "guid", "one-and-only"};
        long first =
                wire.vkDone(KRAI, "wall.createComment", call).path("comment_id").asLong();
        var again = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> wire.vkDone(KRAI, "wall.createComment", call)
                        .path("comment_id")
                        .asLong()))
                .toList();
        assertThat(again).allSatisfy(id -> assertThat(id.join()).isEqualTo(first));
        JsonNode level = comments(post);
        assertThat(level.path("count").asInt()).isEqualTo(1);
        assertThat(level.path("items").get(0).path("from_id").asLong()).isEqualTo(KRAI.owner());
        assertThat(texts(level)).containsExactly("Заделаем <b>&");
        assertThat(wire.vkError(
                        KRAI,
                        "wall.createComment",
                        "owner_id",
                        WALL,
                        "post_id",
                        post.id(),
                        "message",
                        "x",
                        "from_group",
                        ROADS.account()))
                .isEqualTo(100);
    }

    @Test
    void whoever_pages_while_others_write_misses_nothing() {
        VkRow post = writing.post(WALL, "anna", "Анна", "Много комментариев");
        var writers = IntStream.range(0, 4)
                .mapToObj(w -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 50; i++) {
                        writing.reply(WALL, post.id(), "w" + w, "Писатель", w + "-" + i);
                    }
                }))
                .toList();
        var seen = new ArrayList<String>();
        var ids = new TreeSet<Long>();
        long last = 0;
        while (true) {
            boolean over = writers.stream().allMatch(CompletableFuture::isDone);
            JsonNode page = comments(post, "start_comment_id", last + 1, "count", 20);
            for (JsonNode c : page.path("items")) {
                seen.add(c.path("text").asString());
                ids.add(c.path("id").asLong());
                last = c.path("id").asLong();
            }
            if (over && page.path("items").isEmpty()) {
                break;
            }
        }
        assertThat(seen).hasSize(200).doesNotHaveDuplicates();
        assertThat(ids).hasSize(200);
        assertThat(comments(post).path("count").asInt()).isEqualTo(200);
    }

    @Test
    void a_search_of_the_news_goes_page_by_page_over_all_walls() {
        for (int i = 0; i < 5; i++) {
            writing.post(i % 2 == 0 ? WALL : ROADS.owner(), "anna", "Анна", "Редкое слово кварцит " + i);
        }
        var found = new ArrayList<String>();
        String from = "";
        do {
            JsonNode page =
                    wire.vkDone(READING, "newsfeed.search", "q", "кварцит слово", "count", 2, "start_from", from);
            found.addAll(texts(page));
            from = page.path("next_from").asString("");
        } while (!from.isEmpty());
        assertThat(found).hasSize(5).doesNotHaveDuplicates();
        assertThat(wire.vkDone(READING, "newsfeed.search", "q", "кварцит", "end_time", 1000)
                        .path("items"))
                .isEmpty();
    }

    @Test
    void a_topic_is_read_by_all_and_answered_by_a_person_for_the_community() {
        VkRow topic = writing.topic(KRAI.owner(), "Дороги края");
        reply(KRAI.owner(), topic.id(), "anna", "Анна", "Когда ремонт?");
        Object[] here = {"group_id", KRAI.account(), "topic_id", topic.id()};
        assertThat(wire.vkError(
                        KRAI,
                        "board.createComment",
                        "group_id",
                        KRAI.account(),
                        "topic_id",
                        topic.id(),
                        "message",
                        "x"))
                .isEqualTo(27);
        long id = wire.vkDone(
                        EDITOR,
                        "board.createComment",
                        "group_id",
                        KRAI.account(),
                        "topic_id",
                        topic.id(),
                        "message",
                        "Весной",
                        "from_group",
                        1)
                .asLong();
        JsonNode all = wire.vkDone(READING, "board.getComments", here);
        assertThat(texts(all)).containsExactly("Когда ремонт?", "Весной");
        assertThat(all.path("items").get(1).path("id").asLong()).isEqualTo(id);
        assertThat(all.path("items").get(1).path("from_id").asLong()).isEqualTo(KRAI.owner());
        assertThat(wire.vkDone(READING, "board.getTopics", "group_id", KRAI.account())
                        .path("items")
                        .get(0)
                        .path("comments")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void communities_are_known_by_name_and_by_number() {
        assertThat(wire.vkDone(KRAI, "utils.resolveScreenName", "screen_name", "stavonline")
                        .path("object_id")
                        .asLong())
                .isEqualTo(ONLINE.account());
        assertThat(wire.vkDone(KRAI, "utils.resolveScreenName", "screen_name", "nobody"))
                .isEmpty();
        assertThat(wire.vkDone(KRAI, "groups.getById")
                        .path("groups")
                        .get(0)
                        .path("name")
                        .asString())
                .isEqualTo(KRAI.name());
        assertThat(wire.vkDone(READING, "groups.getById", "group_ids", "stavkrai,100003")
                        .path("groups"))
                .hasSize(2);
    }

    @Test
    void a_picture_is_uploaded_saved_and_attached() {
        String url = wire.vkDone(EDITOR, "photos.getWallUploadServer", "group_id", KRAI.account())
                .path("upload_url")
                .asString();
        JsonNode up = wire.multipart(url.substring(url.indexOf("/sandbox")), Map.of(), Map.of("photo", Wire.picture()));
        JsonNode saved = wire.vkDone(
                        EDITOR,
                        "photos.saveWallPhoto",
                        "group_id",
                        KRAI.account(),
                        "photo",
                        up.path("photo").asString(),
                        "server",
                        up.path("server").asInt(),
                        "hash",
                        up.path("hash").asString())
                .get(0);
        assertThat(wire.vkError(
                        EDITOR,
                        "photos.saveWallPhoto",
                        "photo",
                        up.path("photo").asString(),
                        "hash",
                        "x"))
                .isEqualTo(121);
        VkRow post = writing.post(WALL, "anna", "Анна", "Яма");
        wire.vkDone(
                EDITOR,
                "wall.createComment",
                "owner_id",
                WALL,
                "post_id",
                post.id(),
                "message",
                "Заделано",
                "from_group",
                KRAI.account(),
                "attachments",
                "photo" + saved.path("owner_id").asLong() + "_"
                        + saved.path("id").asLong());
        JsonNode size = comments(post)
                .path("items")
                .get(0)
                .path("attachments")
                .get(0)
                .path("photo")
                .path("sizes")
                .get(0);
        assertThat(size.path("width").asInt()).isEqualTo(40);
        assertThat(wire.multipart(
                                url.substring(url.indexOf("/sandbox")), Map.of(), Map.of("photo", "<html>".getBytes()))
                        .has("error"))
                .isTrue();
    }

    @Test
    void each_trouble_is_the_next_call_and_then_no_more() {
        VkRow post = writing.post(WALL, "anna", "Анна", "Яма");
        Object[] write = {"owner_id", WALL, "post_id", post.id(), "message", "Ответ"};
        Map<String, Integer> codes = Map.of(
                "CAPTCHA",
                14,
                "FLOOD",
                9,
                "RATE",
                6,
                "QUOTA",
                29,
                "TOKEN_DEAD",
                5,
                "COMMENTS_CLOSED",
                213,
                "POST_GONE",
                15);
        codes.forEach((mishap, code) -> {
            wire.trouble("vk", "next", mishap, "way", "WRITE");
            assertThat(wire.vkError(READING, "utils.getServerTime"))
                    .as("a reading call")
                    .isZero();
            assertThat(wire.vkError(KRAI, "wall.createComment", write))
                    .as(mishap)
                    .isEqualTo(code);
        });
        assertThat(comments(post).path("count").asInt()).isZero();
        wire.trouble("vk", "next", "DOUBLED");
        wire.vkDone(KRAI, "wall.createComment", write);
        wire.vkDone(KRAI, "wall.createComment", write);
        wire.trouble("vk", "next", "DOUBLED");
        assertThat(texts(comments(post))).hasSize(4);
    }

    @Test
    void a_cut_line_answers_not_a_byte_and_what_was_done_stays_done() {
        VkRow post = writing.post(WALL, "anna", "Анна", "Яма");
        Object[] write = {"owner_id", WALL, "post_id", post.id(), "message", "Ответ"};
        wire.trouble("vk", "next", "CUT");
        assertThatThrownBy(() -> wire.vk(KRAI, "wall.createComment", write)).isInstanceOf(UncheckedIOException.class);
        assertThat(comments(post).path("count").asInt()).isZero();
        wire.trouble("vk", "next", "DONE_AND_CUT");
        assertThatThrownBy(() -> wire.vk(KRAI, "wall.createComment", write)).isInstanceOf(UncheckedIOException.class);
        assertThat(comments(post).path("count").asInt()).isEqualTo(1);
    }

    @Test
    void chances_come_from_a_seed_and_the_clock_of_the_network_may_be_wrong() {
        wire.trouble("vk", "rate", "0.5", "seed", 7, "skewSeconds", 600);
        List<Integer> once = IntStream.range(0, 30)
                .mapToObj(i -> wire.vkError(READING, "utils.getServerTime"))
                .toList();
        assertThat(once).contains(0, 6);
        wire.trouble("vk", "rate", "0.5", "seed", 7, "skewSeconds", 600);
        assertThat(IntStream.range(0, 30)
                        .mapToObj(i -> wire.vkError(READING, "utils.getServerTime"))
                        .toList())
                .isEqualTo(once);
        wire.trouble("vk");
        long true_ = wire.vkDone(READING, "utils.getServerTime").asLong();
        wire.trouble("vk", "skewSeconds", 600);
        assertThat(wire.vkDone(READING, "utils.getServerTime").asLong()).isEqualTo(true_ + 600);
    }

    private VkRow reply(long owner, long to, String citizen, String name, String text) {
        return writing.reply(owner, to, citizen, name, text).orElseThrow();
    }

    private JsonNode comments(VkRow post, Object... more) {
        var all = new ArrayList<Object>(List.of("owner_id", post.owner(), "post_id", post.id()));
        all.addAll(List.of(more));
        return wire.vkDone(READING, "wall.getComments", all.toArray());
    }

    private static List<String> texts(JsonNode page) {
        var texts = new ArrayList<String>();
        page.path("items").forEach(i -> texts.add(i.path("text").asString()));
        return texts;
    }
}
