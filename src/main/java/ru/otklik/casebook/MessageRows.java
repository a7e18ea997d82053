package ru.otklik.casebook;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.otklik.casework.NewMessage;

@Component
class MessageRows {

    record Known(long id, String text, int revisions) {}

    private final JdbcClient jdbc;

    MessageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when the network, thread and external id are known. */
    Optional<Long> insert(NewMessage m, Instant now) {
        return jdbc.sql("""
                insert into message (network, thread, external_id, url, author_name, author_url, text,
                                     posted_at, attachments, parent, received_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (network, thread, external_id) do nothing
                returning id
                """)
                .params(Arrays.asList(
                        m.network(),
                        m.thread(),
                        m.externalId(),
                        m.url(),
                        m.authorName(),
                        m.authorUrl(),
                        m.text(),
                        at(m.postedAt()),
                        m.attachments().toArray(String[]::new),
                        m.parent(),
                        at(now)))
                .query(Long.class)
                .optional();
    }

    Known lock(NewMessage m) {
        return jdbc.sql("""
                select id, text, revisions from message
                 where network = ? and thread = ? and external_id = ? for update
                """)
                .params(Arrays.asList(m.network(), m.thread(), m.externalId()))
                .query((r, n) -> new Known(r.getLong(1), r.getString(2), r.getInt(3)))
                .single();
    }

    /** Keeps what the text was, and shows the new one. */
    int revise(Known known, String text, Instant now) {
        int revision = known.revisions() + 1;
        jdbc.sql("insert into message_revision (message_id, revision, text, seen_at) values (?, ?, ?, ?)")
                .params(Arrays.asList(known.id(), revision, known.text(), at(now)))
                .update();
        jdbc.sql("update message set text = ?, revisions = ? where id = ?")
                .params(Arrays.asList(text, revision, known.id()))
                .update();
        return revision;
    }

    static @Nullable Object at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
