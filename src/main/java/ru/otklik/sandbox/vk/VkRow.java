package ru.otklik.sandbox.vk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.otklik.sandbox.SandboxAccess;

/**
 * A post, a comment, a topic or a comment of a topic.
 *
 * @param comments alive below it
 */
public record VkRow(
        long owner,
        long id,
        Kind kind,
        long post,
        @Nullable Long thread,
        @Nullable Long replyTo,
        long from,
        String author,
        @Nullable String citizen,
        String text,
        List<String> attachments,
        Instant at,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt,
        int comments,
        int firstLevel) {

    public enum Kind {
        POST,
        COMMENT,
        TOPIC,
        TOPIC_COMMENT
    }

    /** @param to the comment that is answered */
    record New(
            long owner,
            Kind kind,
            long post,
            @Nullable VkRow to,
            long from,
            String author,
            @Nullable String citizen,
            String text,
            String attachments,
            @Nullable String guid) {}

    static final String COLUMNS = "owner_id, id, kind, post_id, thread_id, reply_to, from_id, author, citizen, text, "
            + "attachments, at, edited_at, deleted_at, comments, first_level";

    static VkRow of(ResultSet row, int number) throws SQLException {
        return new VkRow(
                row.getLong("owner_id"),
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                row.getLong("post_id"),
                row.getObject("thread_id", Long.class),
                row.getObject("reply_to", Long.class),
                row.getLong("from_id"),
                row.getString("author"),
                row.getString("citizen"),
                row.getString("text"),
                Stream.of(row.getString("attachments").split(","))
                        .filter(a -> !a.isEmpty())
                        .toList(),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("edited_at", OffsetDateTime.class)),
                instant(row.getObject("deleted_at", OffsetDateTime.class)),
                row.getInt("comments"),
                row.getInt("first_level"));
    }

    public boolean isOf(String someone) {
        return someone.equals(citizen);
    }

    public boolean isAlive() {
        return deletedAt == null;
    }

    /** Written by a community of an authority, as official answers are. */
    boolean isOfAuthority() {
        return from == SandboxAccess.KRAI.owner() || from == SandboxAccess.ROADS.owner();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
