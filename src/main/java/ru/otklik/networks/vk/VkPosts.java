package ru.otklik.networks.vk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.Post;
import tools.jackson.databind.JsonNode;

/**
 * Turns what VK shows into posts. A text is taken as it is: since 5.131 VK escapes nothing in texts, so that an entity
 * in one was written by a person.
 */
final class VkPosts {

    /** @param url null: it has none */
    private record Who(String name, String url) {}

    private final Map<Long, Who> names = new HashMap<>();

    private VkPosts() {}

    /** @param response with its {@code profiles} and {@code groups} */
    static VkPosts of(JsonNode response) {
        var posts = new VkPosts();
        for (JsonNode p : VkJson.list(response, "profiles")) {
            long id = VkJson.id(p, "id");
            String name = (VkJson.text(p, "first_name") + " " + VkJson.text(p, "last_name")).strip();
            posts.names.put(id, new Who(name, Spot.page(id)));
        }
        for (JsonNode g : VkJson.list(response, "groups")) {
            long id = -VkJson.id(g, "id");
            posts.names.put(id, new Who(VkJson.text(g, "name"), Spot.page(id)));
        }
        return posts;
    }

    /** What was pushed comes without names. */
    static VkPosts nameless() {
        return new VkPosts();
    }

    /** A post of a wall; null: it is deleted, or not in public yet. */
    @Nullable
    Post wall(JsonNode item) {
        String type = VkJson.text(item, "post_type");
        if (VkJson.flag(item, "is_deleted") || type.equals("suggest") || type.equals("postpone")) {
            return null;
        }
        Spot spot = Spot.post(VkJson.number(item, "owner_id"), VkJson.id(item, "id"));
        // a community shows what a citizen suggested under its own name, and who it was as the signer
        long author = VkJson.number(item, "signer_id", VkJson.number(item, "from_id"));
        return post(spot, item, author, null, 0);
    }

    /** A comment below a post; null: it is deleted. */
    @Nullable
    Post comment(Spot thread, JsonNode item) {
        if (VkJson.flag(item, "deleted")) {
            return null;
        }
        List<Long> above = VkJson.numbers(item, "parents_stack");
        long top = above.isEmpty() ? 0 : above.get(0);
        long parent = VkJson.number(item, "reply_to_comment", above.isEmpty() ? 0 : above.get(above.size() - 1));
        return post(
                thread.with(VkJson.id(item, "id")),
                item,
                VkJson.number(item, "from_id"),
                String.valueOf(parent == 0 ? thread.thread() : parent),
                top);
    }

    /** A comment of a topic, which has no threads. */
    Post topic(Spot thread, JsonNode item) {
        return post(thread.with(VkJson.id(item, "id")), item, VkJson.number(item, "from_id"), null, 0);
    }

    private Post post(Spot spot, JsonNode item, long author, @Nullable String parent, long top) {
        Who who = names.get(author);
        return new Post(
                spot.address(),
                spot.url(top),
                String.valueOf(author),
                who == null || who.name.isEmpty() ? null : who.name,
                author == 0 ? null : Spot.page(author),
                VkJson.text(item, "text"),
                VkJson.time(item, "date"),
                VkLinks.of(item),
                VkLinks.pictures(item),
                parent);
    }

    /** By what a change is noticed. */
    static int mark(Post post) {
        return Objects.hash(post.text(), post.attachments());
    }
}
