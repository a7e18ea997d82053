package ru.otklik.sandbox.telegram;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code sandbox_telegram_message}; a writer holds its chat's row, so ids become visible in their order. */
@Repository
class TelegramRows {

    private static final String SELECT = "select " + TelegramRow.COLUMNS + " from sandbox_telegram_message ";

    private final JdbcClient jdbc;

    TelegramRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    TelegramRow add(TelegramRow.New n, Instant at) {
        return jdbc.sql("""
                        with turn as (
                            insert into sandbox_telegram_chat as c values (:chat, 1)
                            on conflict (chat_id) do update set last_id = c.last_id + 1 returning last_id)
                        insert into sandbox_telegram_message (chat_id, id, thread_id, reply_to, from_id, author,
                            citizen, text, photo, album, forwarded, at)
                        select :chat, last_id, :thread, :reply, :from, :author, :citizen, :text, :photo, :album,
                            :forwarded, :at from turn
                        returning\s""" + TelegramRow.COLUMNS)
                .param("chat", n.chat())
                .param("thread", n.thread(), Types.BIGINT)
                .param("reply", n.replyTo(), Types.BIGINT)
                .param("from", n.from())
                .param("author", n.author())
                .param("citizen", n.citizen(), Types.VARCHAR)
                .param("text", n.text())
                .param("photo", n.photo(), Types.VARCHAR)
                .param("album", n.album(), Types.VARCHAR)
                .param("forwarded", n.forwarded(), Types.BIGINT)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(TelegramRow::of)
                .single();
    }

    Optional<TelegramRow> edit(long chat, long id, String text, Instant at) {
        return jdbc.sql("""
                        update sandbox_telegram_message set text = :text, edited_at = :at
                        where chat_id = :chat and id = :id and deleted_at is null
                        returning\s""" + TelegramRow.COLUMNS)
                .param("text", text)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("chat", chat)
                .param("id", id)
                .query(TelegramRow::of)
                .optional();
    }

    boolean delete(long chat, long id, Instant at) {
        return jdbc.sql("""
                        update sandbox_telegram_message set deleted_at = :at
                        where chat_id = :chat and id = :id and deleted_at is null""")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("chat", chat)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Empty: never was, or deleted. */
    Optional<TelegramRow> find(long chat, long id) {
        return jdbc.sql(SELECT + "where chat_id = :chat and id = :id and deleted_at is null")
                .param("chat", chat)
                .param("id", id)
                .query(TelegramRow::of)
                .optional();
    }

    /** The name of somebody who once wrote here. */
    Optional<String> authorOf(long chat, long user) {
        return jdbc.sql("""
                        select author from sandbox_telegram_message
                        where chat_id = :chat and from_id = :user order by id desc limit 1""")
                .param("chat", chat)
                .param("user", user)
                .query(String.class)
                .optional();
    }

    List<TelegramRow> newest(long chat, int count) {
        return jdbc.sql(SELECT + "where chat_id = :chat and deleted_at is null order by id desc limit :count")
                .param("chat", chat)
                .param("count", count)
                .query(TelegramRow::of)
                .list();
    }

    /** A message and what answers it, and what answers that. */
    List<TelegramRow> discussion(long chat, long id) {
        return jdbc.sql("""
                        with recursive found as (
                            select * from sandbox_telegram_message where chat_id = :chat and id = :id
                            union
                            select m.* from sandbox_telegram_message m join found f
                                on m.chat_id = f.chat_id and m.reply_to = f.id)
                        select\s""" + TelegramRow.COLUMNS + " from found where deleted_at is null order by id limit 500")
                .param("chat", chat)
                .param("id", id)
                .query(TelegramRow::of)
                .list();
    }
}
