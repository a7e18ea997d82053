package ru.otklik.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.Address;
import ru.otklik.networks.Post;
import ru.otklik.networks.Reply;

/** A row of the wall. */
public record SandboxPost(
        long id,
        long thread,
        @Nullable Long parent,
        @Nullable String citizen,
        String author,
        String text,
        Instant at,
        @Nullable Instant editedAt,
        boolean official,
        long change) {

    static SandboxPost of(ResultSet row, int number) throws SQLException {
        OffsetDateTime edited = row.getObject("edited_at", OffsetDateTime.class);
        return new SandboxPost(
                row.getLong("id"),
                row.getLong("thread"),
                row.getObject("parent", Long.class),
                row.getString("citizen"),
                row.getString("author"),
                row.getString("text"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                edited == null ? null : edited.toInstant(),
                row.getBoolean("official"),
                row.getLong("change"));
    }

    public boolean isOf(String someone) {
        return someone.equals(citizen);
    }

    public String url() {
        return "/sandbox/threads/%d#p%d".formatted(thread, id);
    }

    Post asPost() {
        return new Post(
                new Address(Long.toString(thread), Long.toString(id)),
                url(),
                official ? SandboxNetwork.OFFICIAL : citizen,
                author,
                null,
                text,
                at,
                List.of(),
                parent == null ? null : parent.toString());
    }

    Reply.Posted asReply() {
        return new Reply.Posted(url(), Long.toString(id), at);
    }
}
