package ru.otklik.networks.vk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ru.otklik.networks.Post;
import tools.jackson.databind.JsonNode;

final class WallThreads implements Threads {

    /** Replies below one comment that are looked through: so that one comment cannot hold all others up. */
    private static final int DEEPEST = 2000;

    private final VkApi api;
    private final String token;
    private final long owner;

    WallThreads(VkApi api, String token, long owner) {
        this.api = api;
        this.token = token;
        this.owner = owner;
    }

    @Override
    public List<Head> heads(int offset) {
        // the schema of wall.get knows a wall by its address alone
        String domain = (owner < 0 ? "club" : "id") + Math.abs(owner);
        JsonNode page =
                api.read("wall.get", Map.of("domain", domain, "offset", offset, "count", PAGE, "extended", 1), token);
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
    public Walked walk(long thread, int from, long after, Budget budget, Predicate<List<Comment>> each) {
        var way = new Way(from, after);
        long size = -1;
        boolean steady = true;
        while (!budget.isSpent()) {
            JsonNode page = page(thread, 0, way.offset(), budget);
            List<JsonNode> items = VkJson.items(page);
            long level = VkJson.number(page, "current_level_count", -1);
            steady &= size == -1 || size == level;
            size = level;
            if (way.isAstray(items)) {
                steady = false;
                continue;
            }
            var posts = VkPosts.of(page);
            for (JsonNode item : way.fresh(items)) {
                if (budget.isSpent()) {
                    return Walked.until(way);
                }
                boolean on = each.test(family(thread, posts, item, budget));
                way.passed(VkJson.id(item, "id"));
                if (!on) {
                    return Walked.until(way);
                }
            }
            if (way.isOver(items) || (level >= 0 ? way.gone() >= level : items.size() < PAGE)) {
                return Walked.all(steady);
            }
        }
        return Walked.until(way);
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
        var way = new Way(0, 0);
        while (way.gone() < Math.min(count, DEEPEST)) {
            JsonNode page = page(thread, VkJson.id(item, "id"), way.offset(), budget);
            List<JsonNode> replies = VkJson.items(page);
            if (way.isAstray(replies)) {
                continue;
            }
            var named = VkPosts.of(page);
            for (JsonNode r : way.fresh(replies)) {
                all.add(new Comment(VkJson.id(r, "id"), named.comment(spot, r)));
                way.passed(VkJson.id(r, "id"));
            }
            if (way.isOver(replies)) {
                break;
            }
        }
        return all;
    }

    private JsonNode page(long thread, long below, int offset, Budget budget) {
        budget.spend();
        return VkPages.comments(api, Spot.post(owner, thread), below, offset, "asc", token);
    }
}
