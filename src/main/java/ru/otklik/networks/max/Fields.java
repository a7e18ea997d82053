package ru.otklik.networks.max;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a network sent: anything missing or of a wrong type is as if it were not there. */
record Fields(JsonNode node) {

    static final JsonMapper JSON = JsonMapper.shared();

    /** @throws tools.jackson.core.JacksonException when it is no JSON at all */
    static Fields of(byte[] body) {
        JsonNode node = JSON.readTree(body);
        return new Fields(node == null ? JSON.missingNode() : node);
    }

    Fields at(String name) {
        return new Fields(node.path(name));
    }

    boolean has(String name) {
        return !node.path(name).isMissingNode() && !node.path(name).isNull();
    }

    boolean isObject() {
        return node.isObject();
    }

    boolean isArray() {
        return node.isArray();
    }

    /** Without zero bytes, which no database keeps. */
    Optional<String> text(String name) {
        JsonNode value = node.path(name);
        return value.isString() ? Optional.of(value.stringValue().replace("\u0000", "")) : Optional.empty();
    }

    Optional<Long> number(String name) {
        JsonNode value = node.path(name);
        return value.isIntegralNumber() && value.canConvertToLong() ? Optional.of(value.longValue()) : Optional.empty();
    }

    boolean flag(String name) {
        JsonNode value = node.path(name);
        return value.isBoolean() && value.booleanValue();
    }

    List<Fields> items() {
        return node.isArray() ? node.values().stream().map(Fields::new).toList() : List.of();
    }
}
