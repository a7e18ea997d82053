package ru.otklik.networks.feed;

import java.util.LinkedHashMap;
import java.util.Map;
import ru.otklik.networks.Post;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is remembered of a feed.
 *
 * @param tag of the answer that was heard whole; empty: none was, or the site gives none
 * @param seen short hash of an item's id to short hash of its text, those of the last answers
 */
record FeedCursor(String tag, String modified, Map<String, String> seen) {

    /** More than a feed's items, so that one that is out of it for a while is not new when it comes back. */
    private static final int REMEMBERED = FeedItems.MOST + 500;

    private static final FeedCursor NONE = new FeedCursor("", "", Map.of());
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A cursor that cannot be read is none: what was heard is then heard once more. */
    static FeedCursor of(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        try {
            FeedCursor read = JSON.readValue(text, FeedCursor.class);
            return read == null || read.tag == null || read.modified == null || read.seen == null ? NONE : read;
        } catch (JacksonException e) {
            return NONE;
        }
    }

    String text() {
        return JSON.writeValueAsString(this);
    }

    boolean knows(Post post) {
        return hash(post.text()).equals(seen.get(id(post)));
    }

    FeedCursor with(Iterable<Post> heard, String newTag, String newModified) {
        var all = new LinkedHashMap<>(seen);
        heard.forEach(p -> {
            all.remove(id(p));
            all.put(id(p), hash(p.text()));
        });
        var oldest = all.keySet().iterator();
        while (all.size() > REMEMBERED) {
            oldest.next();
            oldest.remove();
        }
        return new FeedCursor(newTag, newModified, all);
    }

    private static String id(Post post) {
        return Digest.of(post.address().message()).substring(0, 12);
    }

    private static String hash(String text) {
        return Digest.of(text).substring(0, 8);
    }
}
