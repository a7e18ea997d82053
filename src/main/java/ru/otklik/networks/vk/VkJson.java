package ru.otklik.networks.vk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.NetworkFault;
import tools.jackson.databind.JsonNode;

/** Reads what VK said without trusting its shape: what is not as documented is {@code NONSENSE}. */
final class VkJson {

    /** Of seconds since 1970: the year 2100. */
    private static final long LATEST = 4_102_444_800L;

    private VkJson() {}

    static NetworkFault nonsense(String what) {
        return new NetworkFault(
                NetworkFault.Kind.NONSENSE, "ВКонтакте ответил непонятно: " + what + ".", null, false, null);
    }

    private static @Nullable JsonNode in(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value;
    }

    /** An object; absent: null. */
    static @Nullable JsonNode find(JsonNode node, String field) {
        JsonNode value = in(node, field);
        if (value != null && !value.isObject()) {
            throw nonsense("поле " + field);
        }
        return value;
    }

    /** Objects; absent: none. */
    static List<JsonNode> list(JsonNode node, String field) {
        JsonNode value = in(node, field);
        return value == null ? List.of() : elements(value, field);
    }

    static List<JsonNode> elements(JsonNode array, String what) {
        if (!array.isArray()) {
            throw nonsense("поле " + what);
        }
        var all = new ArrayList<JsonNode>(array.size());
        for (JsonNode element : array) {
            if (!element.isObject()) {
                throw nonsense("поле " + what);
            }
            all.add(element);
        }
        return all;
    }

    /** Each once: whoever counts how far a list was read would pass over as many as were said twice. */
    static List<JsonNode> items(JsonNode response) {
        if (in(response, "items") == null) {
            throw nonsense("нет списка");
        }
        var seen = new HashSet<List<Long>>();
        return list(response, "items").stream()
                .filter(i -> in(i, "id") == null || seen.add(List.of(number(i, "owner_id", 0), number(i, "id"))))
                .toList();
    }

    static long number(JsonNode node, String field) {
        JsonNode value = in(node, field);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
            throw nonsense("поле " + field);
        }
        return value.longValue();
    }

    static long number(JsonNode node, String field, long otherwise) {
        return in(node, field) == null ? otherwise : number(node, field);
    }

    /** The id of something that exists. */
    static long id(JsonNode node, String field) {
        long id = number(node, field);
        if (id <= 0) {
            throw nonsense("поле " + field);
        }
        return id;
    }

    static List<Long> numbers(JsonNode node, String field) {
        JsonNode value = in(node, field);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw nonsense("поле " + field);
        }
        var all = new ArrayList<Long>();
        for (JsonNode n : value) {
            if (!n.isIntegralNumber() || !n.canConvertToLong()) {
                throw nonsense("поле " + field);
            }
            all.add(n.longValue());
        }
        return all;
    }

    /** Absent: empty. */
    static String text(JsonNode node, String field) {
        JsonNode value = in(node, field);
        if (value == null) {
            return "";
        }
        if (!value.isString()) {
            throw nonsense("поле " + field);
        }
        return value.stringValue();
    }

    /** VK says yes as {@code true} and as {@code 1}. */
    static boolean flag(JsonNode node, String field) {
        JsonNode value = in(node, field);
        return value != null && (value.isBoolean() ? value.booleanValue() : number(node, field) != 0);
    }

    static Instant time(JsonNode node, String field) {
        long seconds = number(node, field);
        if (seconds < 0 || seconds > LATEST) {
            throw nonsense("поле " + field);
        }
        return Instant.ofEpochSecond(seconds);
    }
}
