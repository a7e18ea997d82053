package ru.otklik.networks.http;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a network sent: anything missing or of a wrong type is as if it were not there. */
public record Fields(JsonNode node) {

    public static final JsonMapper JSON = JsonMapper.shared();

    /** @throws tools.jackson.core.JacksonException when it is no JSON at all */
    public static Fields of(byte[] body) {
        JsonNode node = JSON.readTree(body);
        return new Fields(node == null ? JSON.missingNode() : node);
    }

    public Fields at(String name) {
        return new Fields(node.path(name));
    }

    public boolean has(String name) {
        return !node.path(name).isMissingNode() && !node.path(name).isNull();
    }

    public boolean isObject() {
        return node.isObject();
    }

    public boolean isArray() {
        return node.isArray();
    }

    /** Without zero bytes, which no database keeps. */
    public Optional<String> text(String name) {
        JsonNode value = node.path(name);
        return value.isString() ? Optional.of(value.stringValue().replace("\u0000", "")) : Optional.empty();
    }

    public Optional<Long> number(String name) {
        JsonNode value = node.path(name);
        return value.isIntegralNumber() && value.canConvertToLong() ? Optional.of(value.longValue()) : Optional.empty();
    }

    public boolean flag(String name) {
        JsonNode value = node.path(name);
        return value.isBoolean() && value.booleanValue();
    }

    public List<Fields> items() {
        return node.isArray() ? node.values().stream().map(Fields::new).toList() : List.of();
    }
}
