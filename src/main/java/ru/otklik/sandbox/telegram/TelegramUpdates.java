package ru.otklik.sandbox.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.otklik.sandbox.SandboxAccess;

/** What the bot has not taken yet, and how it wants to be told: {@code sandbox_telegram_update} and {@code _bot}. */
@Repository
class TelegramUpdates {

    record Update(long id, String body) {}

    /** @param url empty: the bot asks by itself */
    record Hook(
            String url,
            String secret,
            String allowed,
            @Nullable Instant failedAt,
            @Nullable String failure) {

        Set<String> kinds() {
            return Stream.of(allowed.split(",")).filter(k -> !k.isEmpty()).collect(Collectors.toSet());
        }
    }

    private static final long BOT = SandboxAccess.BOT.account();
    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;

    TelegramUpdates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number; its holder commits before another gets one. */
    long next() {
        return jdbc.sql("""
                        insert into sandbox_telegram_bot as b (id, last_update) values (:bot, 100000001)
                        on conflict (id) do update set last_update = b.last_update + 1 returning last_update""").param("bot", BOT).query(Long.class).single();
    }

    void add(long id, String kind, String body, Instant at) {
        jdbc.sql("insert into sandbox_telegram_update values (:id, :kind, :body, :at)")
                .param("id", id)
                .param("kind", kind)
                .param("body", body)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What is below is taken; what nobody took in a day is lost, as in the network. */
    void forgetBelow(long id, Instant now) {
        jdbc.sql("delete from sandbox_telegram_update where id < :id or at < :old")
                .param("id", id)
                .param("old", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    void forgetAll() {
        jdbc.sql("delete from sandbox_telegram_update").update();
    }

    /** The number at which the last so many begin. */
    long lastOf(long count) {
        return jdbc.sql("""
                        select coalesce(min(id), 0) from (
                            select id from sandbox_telegram_update order by id desc limit :count) l""").param("count", count).query(Long.class).single();
    }

    List<Update> from(long id, Set<String> kinds, long limit) {
        return jdbc.sql("""
                        select id, body from sandbox_telegram_update
                        where id >= :id and (cardinality(:kinds::text[]) = 0 or kind = any(:kinds::text[]))
                        order by id limit :limit""")
                .param("id", id)
                .param("kinds", kinds.toArray(String[]::new))
                .param("limit", limit)
                .query(Update.class)
                .list();
    }

    void delete(long id) {
        jdbc.sql("delete from sandbox_telegram_update where id = :id")
                .param("id", id)
                .update();
    }

    int count() {
        return jdbc.sql("select count(*) from sandbox_telegram_update")
                .query(Integer.class)
                .single();
    }

    Hook hook() {
        return jdbc.sql("select url, secret, allowed, failed_at, failure from sandbox_telegram_bot where id = :bot")
                .param("bot", BOT)
                .query(Hook.class)
                .optional()
                .orElse(new Hook("", "", "", null, null));
    }

    void setHook(String url, String secret) {
        jdbc.sql("""
                        insert into sandbox_telegram_bot (id, last_update, url, secret)
                        values (:bot, 100000000, :url, :secret)
                        on conflict (id) do update set url = :url, secret = :secret, failed_at = null, failure = null""")
                .param("bot", BOT)
                .param("url", url)
                .param("secret", secret)
                .update();
    }

    void setAllowed(String allowed) {
        jdbc.sql("""
                        insert into sandbox_telegram_bot (id, last_update, allowed) values (:bot, 100000000, :allowed)
                        on conflict (id) do update set allowed = :allowed""").param("bot", BOT).param("allowed", allowed).update();
    }

    void failed(String failure, Instant at) {
        jdbc.sql("update sandbox_telegram_bot set failed_at = :at, failure = :failure where id = :bot")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("failure", failure)
                .param("bot", BOT)
                .update();
    }
}
