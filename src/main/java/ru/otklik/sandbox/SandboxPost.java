package ru.otklik.sandbox;

import java.time.Instant;
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
