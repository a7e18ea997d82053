package ru.otklik.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table {@code sandbox_post}. Writers take turns, so that {@code change} becomes visible in its own order: a
 * listener that went on from a number never misses a smaller one.
 */
@Repository
class SandboxPosts {

    private static final String COLUMNS =
            "select id, thread, parent, citizen, author, text, at, edited_at, official, change from sandbox_post ";

    private final JdbcClient jdbc;

    SandboxPosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param to the post that is commented on; null: a thread of its own */
    @Transactional
    public SandboxPost write(String citizen, String author, String text, @Nullable SandboxPost to, Instant at) {
        takeTurn();
        return add(citizen, author, text, to, null, at);
    }

    /** Stands there once, however often it is sent. */
    @Transactional
    public SandboxPost answer(SandboxPost to, String author, String text, String key, Instant at) {
        takeTurn();
        return findByKey(key).orElseGet(() -> add(null, author, text, to, key, at));
    }

    /** False: not the citizen's own. */
    @Transactional
    public boolean edit(long id, String citizen, String text, Instant at) {
        takeTurn();
        return jdbc.sql("""
                        update sandbox_post set text = :text, edited_at = :at, change = nextval('sandbox_change')
                        where id = :id and citizen = :citizen""")
                        .param("id", id)
                        .param("citizen", citizen)
                        .param("text", text)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<SandboxPost> find(long id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(SandboxPost::of)
                .optional();
    }

    Optional<SandboxPost> findByKey(String key) {
        return jdbc.sql(COLUMNS + "where key = :key")
                .param("key", key)
                .query(SandboxPost::of)
                .optional();
    }

    List<SandboxPost> changedSince(long change, int limit) {
        return jdbc.sql(COLUMNS + "where change > :change order by change limit :limit")
                .param("change", change)
                .param("limit", limit)
                .query(SandboxPost::of)
                .list();
    }

    List<SandboxPost> thread(long thread) {
        return jdbc.sql(COLUMNS + "where thread = :thread order by id limit 500")
                .param("thread", thread)
                .query(SandboxPost::of)
                .list();
    }

    /** The newest threads first, each with its official answers in their order. */
    List<SandboxPost> wall(int threads) {
        return jdbc.sql(COLUMNS + """
                        where thread in (select id from sandbox_post where parent is null order by id desc limit :threads)
                          and (parent is null or official)
                        order by thread desc, id""")
                .param("threads", threads)
                .query(SandboxPost::of)
                .list();
    }

    private void takeTurn() {
        jdbc.sql("lock table sandbox_post in share row exclusive mode").update();
    }

    private SandboxPost add(
            @Nullable String citizen,
            String author,
            String text,
            @Nullable SandboxPost to,
            @Nullable String key,
            Instant at) {
        return jdbc.sql("""
                        with next as (select nextval(pg_get_serial_sequence('sandbox_post', 'id')) as id)
                        insert into sandbox_post
                            (id, thread, parent, citizen, author, text, at, official, key, change)
                        overriding system value
                        select id, coalesce(:thread::bigint, id), :parent::bigint, :citizen, :author, :text, :at,
                               :citizen::text is null, :key, nextval('sandbox_change')
                        from next
                        returning id, thread, parent, citizen, author, text, at, edited_at, official, change""")
                .param("thread", to == null ? null : to.thread())
                .param("parent", to == null ? null : to.id())
                .param("citizen", citizen)
                .param("author", author)
                .param("text", text)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("key", key)
                .query(SandboxPost::of)
                .single();
    }
}
