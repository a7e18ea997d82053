package ru.otklik.networks.ok;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Fields of an answer, none of which is believed to be there. */
final class OkJson {

    /** Ids come as texts and, from older methods, as numbers; none is longer. */
    private static final int LONGEST_ID = 200;
    /** Dates without milliseconds are written by the clock of the network's own office. */
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private OkJson() {}

    static String id(JsonNode node, String field) {
        String id = text(node, field);
        if (id == null || id.isBlank() || id.length() > LONGEST_ID) {
            throw OkFaults.nonsense();
        }
        return id;
    }

    /** Null: not there. */
    static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isString() || value.isIntegralNumber()) {
            return value.asString();
        }
        throw OkFaults.nonsense();
    }

    /** Empty where there is no such list. */
    static List<JsonNode> list(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw OkFaults.nonsense();
        }
        return List.copyOf(value.values());
    }

    static @Nullable Long number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        throw OkFaults.nonsense();
    }

    /** Milliseconds where the answer has them, otherwise the date as text. */
    static @Nullable Instant time(JsonNode node, String millis, String date) {
        Long at = number(node, millis);
        if (at != null) {
            return Instant.ofEpochMilli(at);
        }
        String written = text(node, date);
        if (written == null) {
            return null;
        }
        try {
            return LocalDateTime.parse(written, DATE).atZone(MOSCOW).toInstant();
        } catch (DateTimeException e) {
            throw OkFaults.nonsense();
        }
    }
}
