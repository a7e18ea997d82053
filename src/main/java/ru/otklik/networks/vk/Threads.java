package ru.otklik.networks.vk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.Post;
import tools.jackson.databind.JsonNode;

/** The discussions of a community: the posts of its wall, or the topics of its board. */
interface Threads {

    int PAGE = 100;

    /**
     * A discussion as the list of them shows it.
     *
     * @param order grows with what is new: newer ones have a larger one
     * @param stamp changes when something is said below; 0: nothing is
     * @param post null: a topic has no text of its own
     */
    record Head(
            long id,
            long order,
            long stamp,
            Instant at,
            @Nullable Post post) {}

    /** @param post null: it is deleted, and only its place is left */
    record Comment(long id, @Nullable Post post) {}

    /**
     * @param next how many comments of the first level were gone through; 0: all
     * @param steady nothing moved while it was read, so what was not seen is not there
     */
    record Walked(int next, boolean steady) {}

    /** Newest first, one page. */
    List<Head> heads(int offset);

    /** Which of these do still exist. */
    Set<Long> alive(Collection<Long> threads);

    /**
     * Goes through a discussion, oldest first.
     *
     * @param from how many comments of the first level to pass over
     * @param each a comment of the first level with all below it; false: enough
     */
    Walked walk(long thread, int from, Budget budget, Predicate<List<Comment>> each);

    /** How many calls a turn may still make. */
    final class Budget {
        private int left;

        Budget(int calls) {
            left = calls;
        }

        boolean isSpent() {
            return left <= 0;
        }

        void spend() {
            left--;
        }
    }

    final class OfWall implements Threads {

        /** Replies below one comment that are looked through: so that one comment cannot hold all others up. */
        private static final int DEEPEST = 2000;

        private final VkApi api;
        private final String token;
        private final long owner;

        OfWall(VkApi api, String token, long owner) {
            this.api = api;
            this.token = token;
            this.owner = owner;
        }

        @Override
        public List<Head> heads(int offset) {
            // the schema of wall.get knows a wall by its address alone
            String domain = (owner < 0 ? "club" : "id") + Math.abs(owner);
            JsonNode page = api.read(
                    "wall.get", Map.of("domain", domain, "offset", offset, "count", PAGE, "extended", 1), token);
            var posts = VkPosts.of(page);
            var heads = new ArrayList<Head>();
            for (JsonNode item : VkJson.items(page)) {
                Post post = posts.wall(item);
                if (post != null) {
                    JsonNode comments = VkJson.find(item, "comments");
                    long count = comments == null ? 0 : VkJson.number(comments, "count", 0);
                    long id = VkJson.id(item, "id");
                    heads.add(new Head(id, id, count, VkJson.time(item, "date"), post));
                }
            }
            return heads;
        }

        @Override
        public Set<Long> alive(Collection<Long> threads) {
            String ids = threads.stream().limit(PAGE).map(t -> owner + "_" + t).collect(Collectors.joining(","));
            JsonNode found = api.read("wall.getById", Map.of("posts", ids), token);
            var alive = new HashSet<Long>();
            for (JsonNode item : VkJson.items(found)) {
                if (!VkJson.flag(item, "is_deleted")) {
                    alive.add(VkJson.id(item, "id"));
                }
            }
            return alive;
        }

        @Override
        public Walked walk(long thread, int from, Budget budget, Predicate<List<Comment>> each) {
            int at = from;
            long size = -1;
            boolean steady = true;
            while (!budget.isSpent()) {
                JsonNode page = page(thread, 0, at, budget);
                List<JsonNode> items = VkJson.items(page);
                long level = VkJson.number(page, "current_level_count", -1);
                steady &= size == -1 || size == level;
                size = level;
                var posts = VkPosts.of(page);
                for (JsonNode item : items) {
                    if (budget.isSpent()) {
                        return new Walked(at, false);
                    }
                    boolean on = each.test(family(thread, posts, item, budget));
                    at++;
                    if (!on) {
                        return new Walked(at, false);
                    }
                }
                if (items.isEmpty() || (level >= 0 ? at >= level : items.size() < PAGE)) {
                    return new Walked(0, steady);
                }
            }
            return new Walked(at, false);
        }

        /** A comment and the replies below it. */
        private List<Comment> family(long thread, VkPosts posts, JsonNode item, Budget budget) {
            Spot spot = Spot.post(owner, thread);
            var all = new ArrayList<Comment>();
            all.add(new Comment(VkJson.id(item, "id"), posts.comment(spot, item)));
            JsonNode below = VkJson.find(item, "thread");
            if (below == null) {
                return all;
            }
            List<JsonNode> shown = VkJson.list(below, "items");
            long count = VkJson.number(below, "count", 0);
            if (count <= shown.size()) {
                shown.forEach(r -> all.add(new Comment(VkJson.id(r, "id"), posts.comment(spot, r))));
                return all;
            }
            for (int at = 0; at < Math.min(count, DEEPEST); ) {
                JsonNode page = page(thread, VkJson.id(item, "id"), at, budget);
                var named = VkPosts.of(page);
                List<JsonNode> replies = VkJson.items(page);
                replies.forEach(r -> all.add(new Comment(VkJson.id(r, "id"), named.comment(spot, r))));
                at += replies.size();
                if (replies.isEmpty()) {
                    break;
                }
            }
            return all;
        }

        private JsonNode page(long thread, long below, int offset, Budget budget) {
            budget.spend();
            return VkWall.comments(api, Spot.post(owner, thread), below, offset, "asc", token);
        }
    }

    final class OfBoard implements Threads {

        private final VkApi api;
        private final String token;
        private final long owner;

        OfBoard(VkApi api, String token, long owner) {
            this.api = api;
            this.token = token;
            this.owner = owner;
        }

        @Override
        public List<Head> heads(int offset) {
            JsonNode page = api.read(
                    "board.getTopics", Map.of("group_id", -owner, "order", 1, "offset", offset, "count", PAGE), token);
            var heads = new ArrayList<Head>();
            for (JsonNode item : VkJson.items(page)) {
                long updated = VkJson.number(item, "updated");
                heads.add(new Head(
                        VkJson.id(item, "id"),
                        updated,
                        updated * 31 + VkJson.number(item, "comments", 0),
                        VkJson.time(item, "updated"),
                        null));
            }
            return heads;
        }

        @Override
        public Set<Long> alive(Collection<Long> threads) {
            String ids = threads.stream().limit(PAGE).map(String::valueOf).collect(Collectors.joining(","));
            JsonNode found = api.read("board.getTopics", Map.of("group_id", -owner, "topic_ids", ids), token);
            return VkJson.items(found).stream().map(t -> VkJson.id(t, "id")).collect(Collectors.toSet());
        }

        @Override
        public Walked walk(long thread, int from, Budget budget, Predicate<List<Comment>> each) {
            Spot spot = new Spot(owner, true, thread, thread);
            int at = from;
            long size = -1;
            boolean steady = true;
            while (!budget.isSpent()) {
                budget.spend();
                JsonNode page = VkWall.topic(api, spot, at, "asc", token);
                List<JsonNode> items = VkJson.items(page);
                long count = VkJson.number(page, "count");
                steady &= size == -1 || size == count;
                size = count;
                var posts = VkPosts.of(page);
                for (JsonNode item : items) {
                    at++;
                    if (!each.test(List.of(new Comment(VkJson.id(item, "id"), posts.topic(spot, item))))) {
                        return new Walked(at, false);
                    }
                }
                if (items.isEmpty() || at >= count) {
                    return new Walked(0, steady);
                }
            }
            return new Walked(at, false);
        }
    }
}
