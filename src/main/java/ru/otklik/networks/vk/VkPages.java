package ru.otklik.networks.vk;

import java.util.LinkedHashMap;
import java.util.Map;
import ru.otklik.networks.Access;
import tools.jackson.databind.JsonNode;

/** One page of what is said. */
final class VkPages {

    private VkPages() {}

    /** Most of reading is closed to the token of a community. */
    static String reading(Access access) {
        return access.secret(Access.READING).orElseGet(access::token);
    }

    /** @param below a comment whose replies are wanted; 0: the first level */
    static JsonNode comments(VkApi api, Spot thread, long below, int offset, String sort, String token) {
        var p = new LinkedHashMap<String, Object>(Map.of(
                "owner_id",
                thread.owner(),
                "post_id",
                thread.thread(),
                "offset",
                offset,
                "count",
                Threads.PAGE,
                "sort",
                sort,
                "preview_length",
                0,
                "extended",
                1));
        if (below == 0) {
            p.put("thread_items_count", 10);
        } else {
            p.put("comment_id", below);
        }
        return api.read("wall.getComments", p, token);
    }

    static JsonNode topic(VkApi api, Spot thread, int offset, String sort, String token) {
        return api.read(
                "board.getComments",
                Map.of(
                        "group_id",
                        thread.group(),
                        "topic_id",
                        thread.thread(),
                        "offset",
                        offset,
                        "count",
                        Threads.PAGE,
                        "sort",
                        sort,
                        "extended",
                        1),
                token);
    }

    /** That comment of a topic alone, or the next where it is gone. */
    static JsonNode topicComment(VkApi api, Spot at, String token) {
        return api.read(
                "board.getComments",
                Map.of(
                        "group_id",
                        at.group(),
                        "topic_id",
                        at.thread(),
                        "start_comment_id",
                        at.message(),
                        "count",
                        1,
                        "extended",
                        1),
                token);
    }
}
