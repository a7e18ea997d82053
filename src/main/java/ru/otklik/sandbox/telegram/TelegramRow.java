package ru.otklik.sandbox.telegram;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import ru.otklik.sandbox.SandboxAccess;

/**
 * A message of the channel or of the group.
 *
 * @param thread the automatic forward under which it stands
 * @param photo our number of the picture; the text is its caption then
 * @param forwarded of an automatic forward: the message of the channel
 */
public record TelegramRow(
        long chat,
        long id,
        @Nullable Long thread,
        @Nullable Long replyTo,
        long from,
        String author,
        @Nullable String citizen,
        String text,
        @Nullable String photo,
        @Nullable String album,
        @Nullable Long forwarded,
        Instant at,
        @Nullable Instant editedAt,
        boolean deleted) {

    /** What is to be written. */
    record New(
            long chat,
            @Nullable Long thread,
            @Nullable Long replyTo,
            long from,
            String author,
            @Nullable String citizen,
            String text,
            @Nullable String photo,
            @Nullable String album,
            @Nullable Long forwarded) {

        /** @param to what it answers */
        static New inGroup(
                @Nullable TelegramRow to,
                long from,
                String author,
                @Nullable String citizen,
                String text,
                @Nullable String photo,
                @Nullable String album) {
            Long reply = to == null ? null : (Long) to.id();
            long group = SandboxAccess.DISCUSSION.account();
            return new New(group, threadUnder(to), reply, from, author, citizen, text, photo, album, null);
        }
    }

    static final String COLUMNS = "chat_id, id, thread_id, reply_to, from_id, author, citizen, text, photo, album, "
            + "forwarded, at, edited_at, deleted_at is not null as deleted";

    static TelegramRow of(ResultSet row, int number) throws SQLException {
        OffsetDateTime edited = row.getObject("edited_at", OffsetDateTime.class);
        return new TelegramRow(
                row.getLong("chat_id"),
                row.getLong("id"),
                row.getObject("thread_id", Long.class),
                row.getObject("reply_to", Long.class),
                row.getLong("from_id"),
                row.getString("author"),
                row.getString("citizen"),
                row.getString("text"),
                row.getString("photo"),
                row.getString("album"),
                row.getObject("forwarded", Long.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                edited == null ? null : edited.toInstant(),
                row.getBoolean("deleted"));
    }

    public boolean isOf(String someone) {
        return someone.equals(citizen);
    }

    /** Where an answer to it stands. */
    private static @Nullable Long threadUnder(@Nullable TelegramRow to) {
        if (to == null) {
            return null;
        }
        return to.thread() != null ? to.thread() : to.forwarded() != null ? (Long) to.id() : null;
    }

    /** The same person has the same id, and it does not fit 32 bits. */
    static long userId(String citizen) {
        return 6_000_000_000L + (citizen.hashCode() & 0x3fffffffL);
    }
}
