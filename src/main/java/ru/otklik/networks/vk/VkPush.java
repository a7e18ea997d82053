package ru.otklik.networks.vk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.Place;
import ru.otklik.networks.Post;
import ru.otklik.networks.Push;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Callback API: VK tells of what happens in a community at once. */
final class VkPush {

    private static final int LARGEST = 1 << 20;
    private static final String OK = "ok";

    private final JsonMapper json;

    VkPush(JsonMapper json) {
        this.json = json;
    }

    Push.Taken take(Push push, List<Place> places) {
        if (push.body().length > LARGEST) {
            return Push.Taken.refused(413, "too large");
        }
        try {
            JsonNode event = json.readTree(push.body());
            if (event == null || !event.isObject()) {
                return Push.Taken.refused(400, "not an event");
            }
            return taken(event, push, places);
        } catch (JacksonException | NetworkFault e) {
            return Push.Taken.refused(400, "not an event");
        }
    }

    private static Push.Taken taken(JsonNode event, Push push, List<Place> places) {
        String type = VkJson.text(event, "type");
        long owner = -VkJson.id(event, "group_id");
        boolean confirms = type.equals("confirmation");
        if (places.stream().noneMatch(p -> p.id().equals(String.valueOf(owner)))
                || !isSecret(VkJson.text(event, "secret"), push.secrets().get(Push.SECRET), confirms)) {
            return Push.Taken.refused(403, "forbidden");
        }
        if (confirms) {
            String answer = push.secrets().getOrDefault(Push.CONFIRMATION, "");
            return answer.isBlank() ? Push.Taken.refused(404, "") : new Push.Taken(200, answer, List.of(), List.of());
        }
        boolean watched = places.stream()
                .anyMatch(p -> p.id().equals(String.valueOf(owner))
                        && p.kind().equals(type.startsWith("board_") ? VkPlaces.BOARD : VkPlaces.WALL));
        if (!watched) {
            return new Push.Taken(200, OK, List.of(), List.of());
        }
        return switch (type) {
            case "wall_post_new" -> heard(VkPosts.nameless().wall(object(event)), owner);
            case "wall_reply_new", "wall_reply_edit", "wall_reply_restore" -> heard(reply(object(event), owner), owner);
            case "wall_reply_delete" -> gone(below(object(event), owner).with(VkJson.id(object(event), "id")));
            case "board_post_new", "board_post_edit", "board_post_restore" ->
                heard(VkPosts.nameless().topic(topic(object(event), owner), object(event)), owner);
            case "board_post_delete" -> gone(topic(object(event), owner).with(VkJson.id(object(event), "id")));
            default -> new Push.Taken(200, OK, List.of(), List.of());
        };
    }

    /** A confirmation is asked for before a secret is set, so it may come without. */
    private static boolean isSecret(String said, @Nullable String set, boolean confirms) {
        if (set == null || set.isBlank()) {
            return confirms;
        }
        return confirms && said.isEmpty()
                || MessageDigest.isEqual(said.getBytes(StandardCharsets.UTF_8), set.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode object(JsonNode event) {
        JsonNode object = VkJson.find(event, "object");
        if (object == null) {
            throw VkJson.nonsense("нет события");
        }
        return object;
    }

    private static Spot below(JsonNode object, long owner) {
        if (VkJson.number(object, "owner_id", owner) != owner) {
            throw VkJson.nonsense("чужая стена");
        }
        return Spot.post(owner, VkJson.id(object, "post_id"));
    }

    private static @Nullable Post reply(JsonNode object, long owner) {
        return VkPosts.nameless().comment(below(object, owner), object);
    }

    private static Spot topic(JsonNode object, long owner) {
        // only an event of deletion has the owner in the schema, and there it is said to be above zero
        if (Math.abs(VkJson.number(object, "topic_owner_id", owner)) != -owner) {
            throw VkJson.nonsense("чужое обсуждение");
        }
        long topic = VkJson.id(object, "topic_id");
        return new Spot(owner, true, topic, topic);
    }

    private static Push.Taken heard(@Nullable Post post, long owner) {
        boolean ours = post != null && post.address().thread().startsWith(owner + "_");
        return new Push.Taken(200, OK, ours ? List.of(post) : List.of(), List.of());
    }

    private static Push.Taken gone(Spot spot) {
        return new Push.Taken(200, OK, List.of(), List.of(spot.address()));
    }
}
