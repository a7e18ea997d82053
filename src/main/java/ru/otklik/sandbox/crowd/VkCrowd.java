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

/** Writes, changes and deletes many messages of VK at once; nobody's address is told of it. */
@Component
public class VkCrowd {

    private static final int MOST_AT_ONCE = 250_000;
    private static final int MOST_EVER = 2_000_000;

    /** Of one random number for each message; the same seed says the same words. */
    private static final String TEXT = """
            (:openings::text[])[1 + (h & 1023) % cardinality(:openings::text[])] || ' '
            || (:problems::text[])[1 + (h >> 10 & 1023) % cardinality(:problems::text[])] || ' '
            || (:places::text[])[1 + (h >> 20 & 1023) % cardinality(:places::text[])] || '. '
            || (:details::text[])[1 + (h >> 30 & 1023) % cardinality(:details::text[])] || ' '
            || (:endings::text[])[1 + (h >> 40 & 1023) % cardinality(:endings::text[])]""";

    private static final String GENERATE = """
            with turn as (
                insert into sandbox_vk_wall as w values (:owner, :all, :posts)
                on conflict (owner_id) do update set last_id = w.last_id + :all, posts = w.posts + :posts
                returning last_id - :all as base),
            n as (
                select p, c, base + p * (:each + 1) + 1 as post, base + p * (:each + 1) + 1 + c as id,
                    hashtextextended(p || ':' || c, :seed) & 9223372036854775807 as h
                from turn, generate_series(0, :posts - 1) p, generate_series(0, :each) c)
            insert into sandbox_vk_message (owner_id, id, kind, post_id, thread_id, reply_to, from_id, author, citizen,
                text, at, comments, first_level)
            select :owner, id, case when c = 0 then 'POST' else 'COMMENT' end, post,
                case when c > 0 and c % 3 = 0 then id - 1 end, case when c > 0 and c % 3 = 0 then id - 1 end,
                2000000000 + h % 100000, (:names::text[])[1 + h % cardinality(:names::text[])], 'crowd',
                TEXT,
                :now::timestamptz - make_interval(secs => :spread * (:posts - 1 - p) / :posts),
                case when c = 0 then :each when c % 3 = 2 and c < :each then 1 else 0 end,
                case when c = 0 then :each - :each / 3 else 0 end
            from n""".replace("TEXT", TEXT);

    private static final String DELETE = """
            with deleted as (
                update sandbox_vk_message set deleted_at = :now
                where citizen = 'crowd' and kind = 'COMMENT' and deleted_at is null and comments = 0
                  and (hashtextextended(owner_id || ':' || id, :seed) & 1048575) < :share * 1048576
                returning owner_id, id, post_id, thread_id),
            counted as (
                update sandbox_vk_message m set comments = m.comments - b.n, first_level = m.first_level - b.first
                from (
                    select owner_id, post_id as id, count(*) as n, count(*) filter (where thread_id is null) as first
                    from deleted group by 1, 2
                    union all
                    select owner_id, thread_id, count(*), 0 from deleted where thread_id is not null group by 1, 2) b
                where m.owner_id = b.owner_id and m.id = b.id)
            select owner_id as owner, id, post_id as post, '' as sha256 from deleted order by 1, 2""";

    private static final String EDIT = """
            update sandbox_vk_message set edited_at = :now,
                text = text || ' Дополнение ' || (hashtextextended(id::text, :seed) & 65535) || ': всё ещё не сделано.'
            where citizen = 'crowd' and kind in ('POST', 'COMMENT') and deleted_at is null
              and (hashtextextended(owner_id || ':' || id, :seed + 1) & 1048575) < :share * 1048576
            returning owner_id as owner, id, post_id as post,
                encode(sha256(convert_to(text, 'UTF8')), 'hex') as sha256""";

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
        jdbc.sql(GENERATE)
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
        return new Disturbed(touched(EDIT, editShare, seed), touched(DELETE, deleteShare, seed));
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
