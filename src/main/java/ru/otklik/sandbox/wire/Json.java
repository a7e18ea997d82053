package ru.otklik.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bodies of a network: made field by field, as its documentation lists them. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final MediaType TYPE = new MediaType("application", "json", StandardCharsets.UTF_8);

    private Json() {}

    /** @param pairs name, value, name, value…; a name with null is left out */
    public static Map<String, Object> of(@Nullable Object... pairs) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            if (value != null) {
                object.put(String.valueOf(pairs[i]), value);
            }
        }
        return object;
    }

    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Null: it is no JSON. */
    public static @Nullable JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            return null;
        }
    }

    /** The same, with each of its items given twice, as a network under load may do. */
    public static Object doubled(Object response) {
        if (response instanceof List<?> list) {
            return list.stream().flatMap(i -> Stream.of(i, i)).toList();
        }
        if (response instanceof Map<?, ?> object && object.get("items") instanceof List<?> items) {
            var twice = new LinkedHashMap<Object, Object>(object);
            twice.put("items", doubled(items));
            return twice;
        }
        return response;
    }

    public static ResponseEntity<byte[]> answer(int status, Object body) {
        return ResponseEntity.status(status).contentType(TYPE).body(MAPPER.writeValueAsBytes(body));
    }
}
