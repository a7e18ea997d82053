package ru.otklik.sandbox.vk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reading of {@code sandbox_vk_message}: each list is one walk along one index. */
@Repository
class VkShelf {

    private static final String SELECT = "select " + VkRow.COLUMNS + " from sandbox_vk_message ";

    private final JdbcClient jdbc;

    VkShelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<VkRow> find(long owner, long id) {
        return jdbc.sql(SELECT + "where owner_id = :owner and id = :id")
                .param("owner", owner)
                .param("id", id)
                .query(VkRow::of)
                .optional();
    }

    int posts(long owner) {
        return jdbc.sql("select posts from sandbox_vk_wall where owner_id = :owner")
                .param("owner", owner)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Posts or topics, newest first. */
    List<VkRow> wall(long owner, VkRow.Kind kind, long offset, long count) {
        return jdbc.sql(SELECT + """
                        where owner_id = :owner and kind = :kind and deleted_at is null
                          and kind in ('POST', 'TOPIC')
                        order by id desc offset :offset limit :count""")
                .param("owner", owner)
                .param("kind", kind.name())
                .param("offset", offset)
                .param("count", count)
                .query(VkRow::of)
                .list();
    }

    /**
     * The first level below a post, or the thread of a comment. A deleted comment stays while there is something below.
     *
     * @param from the first id, itself included; null: from the beginning
     */
    List<VkRow> comments(
            long owner, long post, @Nullable Long thread, @Nullable Long from, boolean asc, long offset, long count) {
        String level = thread == null
                ? "post_id = :post and thread_id is null and kind in ('COMMENT', 'TOPIC_COMMENT')"
                : "thread_id = :thread";
        String start = from == null ? "" : asc ? " and id >= :from" : " and id <= :from";
        return jdbc.sql(SELECT + "where owner_id = :owner and (deleted_at is null or comments > 0) and " + level + start
                        + " order by id " + (asc ? "asc" : "desc") + " offset :offset limit :count")
                .param("owner", owner)
                .param("post", post)
                .param("thread", thread)
                .param("from", from)
                .param("offset", offset)
                .param("count", count)
                .query(VkRow::of)
                .list();
    }

    /** How many stand before an id, as the API counts positions. */
    long before(long owner, long post, @Nullable Long thread, long id, boolean asc) {
        String level = thread == null
                ? "post_id = :post and thread_id is null and kind in ('COMMENT', 'TOPIC_COMMENT')"
                : "thread_id = :thread";
        return jdbc.sql(
                        "select count(*) from sandbox_vk_message where owner_id = :owner and (deleted_at is null or comments > 0) and "
                                + level + (asc ? " and id < :id" : " and id > :id"))
                .param("owner", owner)
                .param("post", post)
                .param("thread", thread)
                .param("id", id)
                .query(Long.class)
                .single();
    }

    /** The first replies of many comments at once. */
    List<VkRow> threads(long owner, List<Long> comments, long each) {
        if (comments.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select r.* from unnest(:threads::bigint[]) as t(id) cross join lateral (
                            select * from sandbox_vk_message
                            where owner_id = :owner and thread_id = t.id and deleted_at is null
                            order by id limit :each) r""")
                .param("threads", comments.toArray(Long[]::new))
                .param("owner", owner)
                .param("each", each)
                .query(VkRow::of)
                .list();
    }

    /**
     * Posts of all walls, newest first.
     *
     * @param after where the page before ended
     */
    List<VkRow> news(String words, Instant start, Instant end, @Nullable VkRow after, long count) {
        String below = after == null ? "" : " and (at, owner_id, id) < (:at, :owner, :id)";
        return jdbc.sql(SELECT + """
                        where kind = 'POST' and deleted_at is null and at >= :start and at <= :end
                          and not exists (select from unnest(string_to_array(lower(:words), ' ')) as w where position(w in lower(text)) = 0)""" + below + " order by at desc, owner_id desc, id desc limit :count")
                .param("words", words)
                .param("start", start.atOffset(ZoneOffset.UTC))
                .param("end", end.atOffset(ZoneOffset.UTC))
                .param("at", (after == null ? Instant.EPOCH : after.at()).atOffset(ZoneOffset.UTC))
                .param("owner", after == null ? 0 : after.owner())
                .param("id", after == null ? 0 : after.id())
                .param("count", count)
                .query(VkRow::of)
                .list();
    }

    /** A wall as a person sees it: posts, newest first, each with what communities answered below it. */
    List<VkRow> front(long owner, int posts) {
        return jdbc.sql("""
                        with front as (
                            select * from sandbox_vk_message
                            where owner_id = :owner and kind = 'POST' and deleted_at is null
                              and kind in ('POST', 'TOPIC')
                            order by id desc limit :posts)
                        select * from front
                        union all
                        select m.* from sandbox_vk_message m join front f using (owner_id)
                        where m.post_id = f.id and m.from_id < 0 and m.kind = 'COMMENT' and m.deleted_at is null
                        order by post_id desc, id""")
                .param("owner", owner)
                .param("posts", posts)
                .query(VkRow::of)
                .list();
    }

    /** A post or a topic and what is below it, the newest few hundred; deleted ones as well. */
    List<VkRow> discussion(long owner, long post) {
        return jdbc.sql("""
                        with first as (
                            select * from sandbox_vk_message
                            where owner_id = :owner and post_id = :post and thread_id is null
                              and kind in ('COMMENT', 'TOPIC_COMMENT')
                            order by id desc limit 300)
                        select * from sandbox_vk_message where owner_id = :owner and id = :post
                        union all
                        select * from first
                        union all
                        select m.* from first f join sandbox_vk_message m
                            on m.owner_id = f.owner_id and m.thread_id = f.id
                        order by 1, 2""").param("owner", owner).param("post", post).query(VkRow::of).stream()
                .sorted(java.util.Comparator.<VkRow>comparingLong(
                                r -> r.id() == r.post() ? 0 : r.thread() == null ? r.id() : r.thread())
                        .thenComparingLong(VkRow::id))
                .toList();
    }
}
