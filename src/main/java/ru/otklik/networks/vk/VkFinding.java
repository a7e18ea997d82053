package ru.otklik.networks.vk;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import ru.otklik.networks.Post;
import ru.otklik.networks.Reply;
import tools.jackson.databind.JsonNode;

/** Finds again what was answered. */
final class VkFinding {

    /** Pages that an answer of ours is looked for on. */
    private static final int FURTHEST = 20;

    private final VkApi api;
    private final VkWall wall;

    VkFinding(VkApi api, VkWall wall) {
        this.api = api;
        this.wall = wall;
    }

    /**
     * An answer of ours, by who wrote it, where, and what. VK has no look-up by a key, and its own memory of keys is
     * short.
     *
     * @param group whose name it was written in, above zero
     */
    Optional<Reply.Posted> find(Spot to, String text, long group, String token) {
        long below = 0;
        if (!to.board() && !to.isPost()) {
            var asked = wall.look(to, token);
            if (asked.isEmpty()) {
                return Optional.empty();
            }
            List<Long> above = VkJson.numbers(asked.get().item(), "parents_stack");
            below = above.isEmpty() ? to.message() : above.get(0);
        }
        for (int at = 0, page = 0; page < FURTHEST; page++) {
            JsonNode said = to.board()
                    ? VkPages.topic(api, to, at, "desc", token)
                    : VkPages.comments(api, to, below, at, "desc", token);
            List<JsonNode> items = VkJson.items(said);
            var posts = VkPosts.of(said);
            for (JsonNode item : items) {
                Post post = to.board() ? posts.topic(to, item) : posts.comment(to, item);
                if (post != null
                        && String.valueOf(-group).equals(post.authorId())
                        && isUnder(to, post)
                        && isSame(post.text(), text)) {
                    return Optional.of(posted(post));
                }
            }
            at += items.size();
            if (items.isEmpty()) {
                break;
            }
        }
        return Optional.empty();
    }

    private static Reply.Posted posted(Post post) {
        return new Reply.Posted(
                post.url(), post.address().message(), Objects.requireNonNullElse(post.postedAt(), Instant.EPOCH));
    }

    private static boolean isUnder(Spot to, Post post) {
        return to.board()
                ? Long.parseLong(post.address().message()) > to.message()
                : String.valueOf(to.message()).equals(post.parent());
    }

    /** VK may cut blanks at the ends, and old versions of the API escaped four signs: it is our answer all the same. */
    private static boolean isSame(String seen, String ours) {
        return plain(seen).equals(plain(ours)) || plain(unescaped(seen)).equals(plain(ours));
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    private static String unescaped(String text) {
        return text.replace("<br>", "\n")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
