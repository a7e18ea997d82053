package ru.otklik.sandbox.vk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writing to {@code sandbox_vk_message}. Writers of one wall take turns at its row, so a reader that saw an id never
 * meets a smaller one later; counts stand in the rows that they count below.
 */
@Repository
class VkRows {

    private final JdbcClient jdbc;

    VkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stands there once, however often it is sent with the same guid. */
    @Transactional
    public VkRow add(VkRow.New n, Instant at) {
        VkRow to = n.to();
        return jdbc.sql("""
                        with turn as (
                            insert into sandbox_vk_wall as w values (:owner, 1, :posts)
                            on conflict (owner_id) do update set last_id = w.last_id + 1, posts = w.posts + :posts
                            returning last_id),
                        added as (
                            insert into sandbox_vk_message (owner_id, id, kind, post_id, thread_id, reply_to, from_id,
                                author, citizen, text, attachments, at, guid)
                            select :owner, last_id, :kind, coalesce(nullif(:post, 0), last_id), :thread, :reply, :from,
                                :author, :citizen, :text, :attachments, :at, :guid from turn
                            on conflict (owner_id, from_id, guid) where guid is not null do nothing
                            returning *),
                        counted as (
                            update sandbox_vk_message m set comments = m.comments + 1,
                                first_level = m.first_level + case when a.thread_id is null then 1 else 0 end
                            from added a
                            where m.owner_id = a.owner_id and m.id in (a.post_id, a.thread_id) and m.id <> a.id)
                        select * from added""")
                .param("owner", n.owner())
                .param("posts", n.kind() == VkRow.Kind.POST ? 1 : 0)
                .param("kind", n.kind().name())
                .param("post", n.post())
                .param(
                        "thread",
                        to == null ? null : to.thread() != null ? to.thread() : (Long) to.id(),
                        java.sql.Types.BIGINT)
                .param("reply", to == null ? null : (Long) to.id(), java.sql.Types.BIGINT)
                .param("from", n.from())
                .param("author", n.author())
                .param("citizen", n.citizen(), java.sql.Types.VARCHAR)
                .param("text", n.text())
                .param("attachments", n.attachments())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("guid", n.guid(), java.sql.Types.VARCHAR)
                .query(VkRow::of)
                .optional()
                .orElseGet(() -> byGuid(n));
    }

    /** Empty: not there, or not this citizen's. */
    @Transactional
    public Optional<VkRow> edit(long owner, long id, String citizen, String text, Instant at) {
        return jdbc.sql("""
                        update sandbox_vk_message set text = :text, edited_at = :at
                        where owner_id = :owner and id = :id and citizen = :citizen and deleted_at is null
                        returning\s""" + VkRow.COLUMNS)
                .param("text", text)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("owner", owner)
                .param("id", id)
                .param("citizen", citizen)
                .query(VkRow::of)
                .optional();
    }

    /** Deletes or restores. Empty: it is not there or is so already. */
    @Transactional
    public Optional<VkRow> setDeleted(long owner, long id, boolean deleted, Instant at) {
        jdbc.sql("select 1 from sandbox_vk_wall where owner_id = :owner for update")
                .param("owner", owner)
                .query(Integer.class)
                .optional();
        return jdbc.sql("""
                        with changed as (
                            update sandbox_vk_message set deleted_at = case when :deleted then :at end
                            where owner_id = :owner and id = :id and (deleted_at is null) = :deleted
                            returning *),
                        counted as (
                            update sandbox_vk_message m set comments = m.comments + :by,
                                first_level = m.first_level + case when c.thread_id is null then :by else 0 end
                            from changed c
                            where m.owner_id = c.owner_id and m.id in (c.post_id, c.thread_id) and m.id <> c.id),
                        wall as (
                            update sandbox_vk_wall w set posts = posts + :by from changed c
                            where w.owner_id = c.owner_id and c.kind = 'POST')
                        select * from changed""")
                .param("deleted", deleted)
                .param("at", at.atOffset(ZoneOffset.UTC), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("owner", owner)
                .param("id", id)
                .param("by", deleted ? -1 : 1)
                .query(VkRow::of)
                .optional();
    }

    private VkRow byGuid(VkRow.New n) {
        return jdbc.sql("select " + VkRow.COLUMNS
                        + " from sandbox_vk_message where owner_id = :owner and from_id = :from and guid = :guid")
                .param("owner", n.owner())
                .param("from", n.from())
                .param("guid", n.guid())
                .query(VkRow::of)
                .single();
    }
}
