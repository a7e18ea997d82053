package ru.otklik.networks.vk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

final class BoardThreads implements Threads {

    private final VkApi api;
    private final String token;
    private final long owner;

    BoardThreads(VkApi api, String token, long owner) {
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
    public Walked walk(long thread, int from, long after, Budget budget, Predicate<List<Comment>> each) {
        Spot spot = new Spot(owner, true, thread, thread);
        var way = new Way(from, after);
        long size = -1;
        boolean steady = true;
        while (!budget.isSpent()) {
            budget.spend();
            JsonNode page = VkPages.topic(api, spot, way.offset(), "asc", token);
            List<JsonNode> items = VkJson.items(page);
            long count = VkJson.number(page, "count");
            steady &= size == -1 || size == count;
            size = count;
            if (way.isAstray(items)) {
                steady = false;
                continue;
            }
            var posts = VkPosts.of(page);
            for (JsonNode item : way.fresh(items)) {
                long id = VkJson.id(item, "id");
                boolean on = each.test(List.of(new Comment(id, posts.topic(spot, item))));
                way.passed(id);
                if (!on) {
                    return Walked.until(way);
                }
            }
            if (way.isOver(items) || way.gone() >= count) {
                return Walked.all(steady);
            }
        }
        return Walked.until(way);
    }
}
