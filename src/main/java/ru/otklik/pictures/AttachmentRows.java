package ru.otklik.pictures;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.otklik.pictures.Attachments.Attachment;

/** The table {@code attachment}. */
@Repository
class AttachmentRows {

    /** @param tries with this one */
    record Claimed(long id, long message, String network, String source, int tries) {}

    private final JdbcClient jdbc;

    AttachmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param sources by link */
    void add(long message, Map<String, String> sources, Instant now) {
        sources.forEach((link, source) -> jdbc.sql("""
                        insert into attachment (message_id, link, source, next_try_at)
                        values (:message, :link, :source, :now) on conflict do nothing""")
                .param("message", message)
                .param("link", link)
                .param("source", source)
                .param("now", utc(now))
                .update());
    }

    /** Nobody else takes it before {@code until}; then it is taken anew, if whoever took it is gone. */
    Optional<Claimed> claim(Instant now, Instant until) {
        return jdbc.sql("""
                        update attachment a set tries = tries + 1, next_try_at = :until
                          from message m
                         where m.id = a.message_id and a.id = (
                            select id from attachment where state = 'WAITING' and next_try_at <= :now
                             order by next_try_at, id limit 1 for update skip locked)
                        returning a.id, a.message_id as message, m.network, a.source, a.tries""")
                .param("now", utc(now))
                .param("until", utc(until))
                .query(Claimed.class)
                .optional();
    }

    void here(long id, String hash) {
        jdbc.sql("update attachment set state = 'HERE', sha256 = :hash, error = null where id = :id")
                .param("id", id)
                .param("hash", hash)
                .update();
    }

    void later(long id, String error, Instant next) {
        jdbc.sql("update attachment set error = :error, next_try_at = :next where id = :id and state = 'WAITING'")
                .param("id", id)
                .param("error", error)
                .param("next", utc(next))
                .update();
    }

    void lost(long id, String error) {
        jdbc.sql("update attachment set state = 'LOST', error = :error where id = :id and state = 'WAITING'")
                .param("id", id)
                .param("error", error)
                .update();
    }

    List<Attachment> list(long message) {
        return jdbc.sql("select * from attachment where message_id = :message order by id")
                .param("message", message)
                .query((row, n) -> new Attachment(
                        row.getString("link"),
                        Attachments.State.valueOf(row.getString("state")),
                        row.getString("sha256"),
                        row.getString("error"),
                        row.getObject("next_try_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
