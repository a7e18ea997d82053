package ru.otklik.sandbox.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.otklik.sandbox.SandboxAccess.READING;
import static ru.otklik.sandbox.SandboxAccess.ROADS;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.otklik.directory.OnPostgres;
import ru.otklik.sandbox.Wire;
import tools.jackson.databind.JsonNode;

@OnPostgres
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VkCrowdTest {

    private static final int POSTS = 40;
    private static final int EACH = 7;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void a_crowd_is_read_whole_and_what_it_changed_is_told() {
        var wire = new Wire(port);
        JsonNode made = wire.post(
                "/sandbox/vk/generate",
                Map.of("posts", "" + POSTS, "commentsPerPost", "" + EACH, "seed", "5", "wall", "mindor_sk"));
        assertThat(made.path("comments").asInt()).isEqualTo(POSTS * EACH);
        JsonNode touched =
                wire.post("/sandbox/vk/disturb", Map.of("editShare", "0.1", "deleteShare", "0.2", "seed", "5"));
        assertThat(touched.path("edited_count").asInt()).isPositive();
        assertThat(touched.path("deleted_count").asInt()).isPositive();

        Map<Long, String> read = new TreeMap<>();
        for (JsonNode post : wire.vkDone(READING, "wall.get", "owner_id", ROADS.owner(), "count", 100)
                .path("items")) {
            long id = post.path("id").asLong();
            if (id >= made.path("first_id").asLong()) {
                read.put(id, post.path("text").asString());
                readComments(wire, post, read);
            }
        }
        assertThat(read)
                .hasSize(POSTS * (EACH + 1) - touched.path("deleted_count").asInt());
        touched.path("deleted")
                .forEach(d -> assertThat(read).doesNotContainKey(d.path("id").asLong()));
        var left = new TreeMap<Long, String>();
        touched.path("edited")
                .forEach(e -> left.put(e.path("id").asLong(), e.path("sha256").asString()));
        touched.path("deleted").forEach(d -> left.remove(d.path("id").asLong()));
        left.forEach(
                (id, sha256) -> assertThat(sha256(read.getOrDefault(id, ""))).isEqualTo(sha256));
        assertThat(read.values().stream().distinct().count()).isGreaterThan(read.size() / 2);
        assertThat(miscounted()).isZero();
    }

    private static void readComments(Wire wire, JsonNode post, Map<Long, String> read) {
        JsonNode page = wire.vkDone(
                READING,
                "wall.getComments",
                "owner_id",
                ROADS.owner(),
                "post_id",
                post.path("id").asLong(),
                "count",
                100,
                "preview_length",
                0,
                "thread_items_count",
                10);
        assertThat(page.path("count").asInt())
                .isEqualTo(post.path("comments").path("count").asInt());
        for (JsonNode c : page.path("items")) {
            read.put(c.path("id").asLong(), c.path("text").asString());
            c.path("thread")
                    .path("items")
                    .forEach(r -> read.put(r.path("id").asLong(), r.path("text").asString()));
        }
    }

    /** Rows whose counts differ from what stands below them. */
    private int miscounted() {
        return jdbc.sql("""
                        select count(*) from sandbox_vk_message p where kind = 'POST' and citizen = 'crowd'
                          and (comments, first_level) <> (
                            select count(*), count(*) filter (where thread_id is null) from sandbox_vk_message m
                            where m.owner_id = p.owner_id and m.post_id = p.id and m.id <> p.id
                              and m.deleted_at is null)""").query(Integer.class).single();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
