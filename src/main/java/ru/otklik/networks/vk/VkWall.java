package ru.otklik.networks.vk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.Post;
import tools.jackson.databind.JsonNode;

/** Looks at one thing and what stands around it. */
final class VkWall {

    /** Calls for one look. */
    private static final int PATIENCE = 60;

    /** @param item as VK shows it */
    record Seen(Post post, JsonNode item) {}

    private final VkApi api;

    VkWall(VkApi api) {
        this.api = api;
    }

    /** @return empty: it is not there */
    Optional<Seen> look(Spot spot, String token) {
        if (spot.board()) {
            return topicComment(spot, token);
        }
        return spot.isPost() ? post(spot, token) : comment(spot, token);
    }

    private Optional<Seen> post(Spot spot, String token) {
        JsonNode found =
                api.read("wall.getById", Map.of("posts", spot.owner() + "_" + spot.thread(), "extended", 1), token);
        var posts = VkPosts.of(found);
        return VkJson.items(found).stream()
                .filter(i -> VkJson.id(i, "id") == spot.thread() && posts.wall(i) != null)
                .findFirst()
                .map(i -> new Seen(Objects.requireNonNull(posts.wall(i)), i));
    }

    private Optional<Seen> comment(Spot spot, String token) {
        try {
            JsonNode found = api.read(
                    "wall.getComment",
                    Map.of("owner_id", spot.owner(), "comment_id", spot.message(), "extended", 1),
                    token);
            return among(found, spot);
        } catch (VkFault e) {
            if (!e.isWrongToken() && !e.mayMeanGone()) {
                throw e;
            }
            return searched(spot, token, e);
        }
    }

    /** With a service token, or where VK will not say whether it is gone or forbidden: through the whole discussion. */
    private Optional<Seen> searched(Spot spot, String token, VkFault no) {
        if (no.mayMeanGone()
                && post(Spot.post(spot.owner(), spot.thread()), token).isEmpty()) {
            return Optional.empty();
        }
        var calls = new Threads.Budget(PATIENCE);
        for (int at = 0; !calls.isSpent(); ) {
            calls.spend();
            JsonNode page = VkPages.comments(api, spot, 0, at, "desc", token);
            Optional<Seen> seen = among(page, spot);
            for (JsonNode item : VkJson.items(page)) {
                seen = seen.isPresent() ? seen : below(spot, page, item, token, calls);
            }
            at += VkJson.items(page).size();
            if (seen.isPresent() || VkJson.items(page).isEmpty()) {
                return seen;
            }
        }
        throw new NetworkFault(
                NetworkFault.Kind.NO_RIGHT,
                "Обсуждение слишком велико, чтобы найти в нём комментарий без ключа редактора.");
    }

    private Optional<Seen> below(Spot spot, JsonNode page, JsonNode item, String token, Threads.Budget calls) {
        JsonNode thread = VkJson.find(item, "thread");
        if (thread == null) {
            return Optional.empty();
        }
        List<JsonNode> shown = VkJson.list(thread, "items");
        Optional<Seen> seen = among(VkPosts.of(page), shown, spot);
        long count = VkJson.number(thread, "count", 0);
        for (int at = shown.size(); seen.isEmpty() && at < count && !calls.isSpent(); at += Threads.PAGE) {
            calls.spend();
            seen = among(VkPages.comments(api, spot, VkJson.id(item, "id"), at, "asc", token), spot);
        }
        return seen;
    }

    private Optional<Seen> topicComment(Spot spot, String token) {
        JsonNode found = VkPages.topicComment(api, spot, token);
        var posts = VkPosts.of(found);
        return VkJson.items(found).stream()
                .filter(i -> VkJson.id(i, "id") == spot.message())
                .findFirst()
                .map(i -> new Seen(posts.topic(spot, i), i));
    }

    private static Optional<Seen> among(JsonNode page, Spot spot) {
        return among(VkPosts.of(page), VkJson.items(page), spot);
    }

    private static Optional<Seen> among(VkPosts posts, List<JsonNode> items, Spot spot) {
        for (JsonNode item : items) {
            if (VkJson.id(item, "id") == spot.message()
                    && VkJson.number(item, "post_id", spot.thread()) == spot.thread()) {
                Post post = posts.comment(spot, item);
                if (post != null) {
                    return Optional.of(new Seen(post, item));
                }
            }
        }
        return Optional.empty();
    }
}
