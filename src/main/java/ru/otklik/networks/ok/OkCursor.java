package ru.otklik.networks.ok;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.Post;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What is remembered of a group between two hearings: its discussions that move, and a little of each. */
record OkCursor(List<Thread> threads) {

    private static final int THREADS = 30;
    private static final int COMMENTS = 40;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One comment: enough to notice that it was changed or is gone. */
    record Seen(String id, String hash, long at) {}

    /**
     * A discussion.
     *
     * @param id with its type, as in an address
     * @param hash of the topic's own text; null where only its comments are heard
     * @param at when it was written, in milliseconds
     * @param count comments, as the network counted when they were read; -1: not read yet
     * @param until comments written up to then are known
     * @param anchor the way to older comments that are not read yet; null: all are
     * @param top the newest comment met on this way
     */
    record Thread(
            String id,
            @Nullable String hash,
            long at,
            long count,
            long until,
            @Nullable String anchor,
            long top,
            List<Seen> seen) {

        Thread {
            seen = seen == null
                    ? List.of()
                    : List.copyOf(seen.subList(Math.max(0, seen.size() - COMMENTS), seen.size()));
        }

        static Thread fresh(String id) {
            return new Thread(id, null, 0, -1, 0, null, 0, List.of());
        }

        Thread withTopic(String newHash, long newAt) {
            return new Thread(id, newHash, newAt, count, until, anchor, top, seen);
        }

        Optional<Seen> find(String comment) {
            return seen.stream().filter(s -> s.id().equals(comment)).findFirst();
        }
    }

    /** A cursor that cannot be read is none: what was heard is then heard once more. */
    static OkCursor of(String text) {
        if (text.isEmpty()) {
            return new OkCursor(List.of());
        }
        try {
            OkCursor read = JSON.readValue(text, OkCursor.class);
            return read == null || read.threads == null ? new OkCursor(List.of()) : read;
        } catch (JacksonException e) {
            return new OkCursor(List.of());
        }
    }

    String text() {
        return JSON.writeValueAsString(this);
    }

    Optional<Thread> find(String id) {
        return threads.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    /** With it first: the last is the one that was left alone for longest. */
    OkCursor with(Thread thread) {
        var all = new ArrayList<Thread>();
        all.add(thread);
        threads.stream().filter(t -> !t.id().equals(thread.id())).forEach(all::add);
        return new OkCursor(List.copyOf(all));
    }

    /** What is neither listed by the network any more nor among the last read is forgotten. */
    OkCursor trimmed(Set<String> listed) {
        var all = new ArrayList<>(threads);
        for (int i = all.size() - 1; i >= 0 && all.size() > THREADS; i--) {
            if (!listed.contains(all.get(i).id())) {
                all.remove(i);
            }
        }
        return new OkCursor(List.copyOf(all));
    }

    OkCursor without(String id) {
        return new OkCursor(threads.stream().filter(t -> !t.id().equals(id)).toList());
    }

    static String hash(Post post) {
        return Integer.toHexString((post.text() + "\n" + post.attachments()).hashCode());
    }
}
