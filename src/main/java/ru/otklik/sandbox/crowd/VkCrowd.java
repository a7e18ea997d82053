package ru.otklik.sandbox.crowd;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.otklik.sandbox.SandboxAccess;
import ru.otklik.sandbox.wire.Json;

/** Writes, changes and deletes many messages of VK at once. */
@Component
public class VkCrowd {

    private static final int MOST_AT_ONCE = 250_000;
    private static final int MOST_EVER = 2_000_000;

    /** @param sha256 of the text in UTF-8; empty: deleted */
    public record Touched(long owner, long id, long post, String sha256) {}

    public record Disturbed(List<Touched> edited, List<Touched> deleted) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    VkCrowd(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Posts with so many comments each, every third of which answers the one before; in one statement.
     *
     * @param spreadSeconds over how long before now they were written
     * @throws IllegalArgumentException too many
     */
    @Transactional
    public Map<String, Object> generate(
            SandboxAccess wall, int posts, int commentsPerPost, long seed, int spreadSeconds) {
        long all = posts * (commentsPerPost + 1L);
        long already = jdbc.sql("select coalesce(sum(last_id), 0) from sandbox_vk_wall")
                .query(Long.class)
                .single();
        if (posts < 1 || commentsPerPost < 0 || all > MOST_AT_ONCE || already + all > MOST_EVER) {
            throw new IllegalArgumentException("too many or too few");
        }
        jdbc.sql(CrowdSql.GENERATE)
                .param("owner", wall.owner())
                .param("all", all)
                .param("posts", posts)
                .param("each", commentsPerPost)
                .param("seed", seed)
                .param("spread", spreadSeconds)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .params(Map.of(
                        "openings", Words.OPENINGS,
                        "problems", Words.PROBLEMS,
                        "places", Words.PLACES,
                        "details", Words.DETAILS,
                        "endings", Words.ENDINGS,
                        "names", Words.NAMES))
                .update();
        long last = jdbc.sql("select last_id from sandbox_vk_wall where owner_id = :owner")
                .param("owner", wall.owner())
                .query(Long.class)
                .single();
        jdbc.sql("analyze sandbox_vk_message").update();
        return Json.of(
                "owner_id",
                wall.owner(),
                "posts",
                posts,
                "comments",
                all - posts,
                "first_id",
                last - all + 1,
                "last_id",
                last);
    }

    /** Changes and deletes shares of what the crowd wrote, and says which. */
    @Transactional
    public Disturbed disturb(double editShare, double deleteShare, long seed) {
        jdbc.sql("select 1 from sandbox_vk_wall order by owner_id for update")
                .query(Integer.class)
                .list();
        return new Disturbed(touched(CrowdSql.EDIT, editShare, seed), touched(CrowdSql.DELETE, deleteShare, seed));
    }

    private List<Touched> touched(String sql, double share, long seed) {
        return jdbc.sql(sql)
                .param("share", share)
                .param("seed", seed)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Touched.class)
                .list();
    }
}
