package ru.otklik.casebook;

import static ru.otklik.casebook.ObligationRows.each;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.otklik.casework.NewMessage;

@Component
class MessageRows {

    record Key(String network, String thread, String externalId) {
        static Key of(NewMessage m) {
            return new Key(m.network(), m.thread(), m.externalId());
        }
    }

    record Known(
            long id, String text, int revisions, @Nullable Instant goneAt) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate arrays;

    MessageRows(JdbcClient jdbc, JdbcTemplate arrays) {
        this.jdbc = jdbc;
        this.arrays = arrays;
    }

    /** Those whose network, thread and external id are not known yet, with the numbers they got. */
    Map<Key, Long> insert(List<NewMessage> all, Instant now) {
        var fresh = new HashMap<Key, Long>();
        arrays.query(
                """
                insert into message (received_at, network, thread, external_id, url, author_name, author_url, author_id,
                                     text, posted_at, attachments, parent)
                select ?, network, thread, external_id, url, author_name, author_url, author_id, text, posted_at,
                       string_to_array(attachments, E'\n'), parent
                  from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                              ?::timestamptz[], ?::text[], ?::text[])
                    as m (network, thread, external_id, url, author_name, author_url, author_id, text, posted_at,
                          attachments, parent)
                on conflict (network, thread, external_id) do nothing
                returning id, network, thread, external_id
                """,
                row -> {
                    fresh.put(key(row), row.getLong("id"));
                },
                at(now),
                each(all, String[]::new, NewMessage::network),
                each(all, String[]::new, NewMessage::thread),
                each(all, String[]::new, NewMessage::externalId),
                each(all, String[]::new, NewMessage::url),
                each(all, String[]::new, NewMessage::authorName),
                each(all, String[]::new, NewMessage::authorUrl),
                each(all, String[]::new, NewMessage::authorId),
                each(all, String[]::new, NewMessage::text),
                each(
                        all,
                        String[]::new,
                        m -> m.postedAt() == null ? null : m.postedAt().toString()),
                // links have no line ends in them
                each(all, String[]::new, m -> String.join("\n", m.attachments())),
                each(all, String[]::new, NewMessage::parent));
        return fresh;
    }

    Map<Key, Known> known(List<Key> keys) {
        var known = new HashMap<Key, Known>();
        arrays.query(
                """
                select m.* from unnest(?::text[], ?::text[], ?::text[]) as k (network, thread, external_id)
                  join message m using (network, thread, external_id)
                """,
                row -> {
                    known.put(key(row), known(row));
                },
                each(keys, String[]::new, Key::network),
                each(keys, String[]::new, Key::thread),
                each(keys, String[]::new, Key::externalId));
        return known;
    }

    Optional<Long> find(Key key) {
        return jdbc.sql("select id from message where network = ? and thread = ? and external_id = ?")
                .params(key.network(), key.thread(), key.externalId())
                .query(Long.class)
                .optional();
    }

    Known lock(long id) {
        return jdbc.sql("select * from message where id = ? for update")
                .param(id)
                .query((r, n) -> known(r))
                .single();
    }

    /** @param goneAt null: it stands again */
    void stands(long id, @Nullable Instant goneAt) {
        jdbc.sql("update message set gone_at = ?::timestamptz where id = ?")
                .params(Arrays.asList(at(goneAt), id))
                .update();
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getString("network"), row.getString("thread"), row.getString("external_id"));
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getLong("id"), row.getString("text"), row.getInt("revisions"), FileRows.find(row, "gone_at"));
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
