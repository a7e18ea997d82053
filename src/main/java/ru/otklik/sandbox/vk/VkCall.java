package ru.otklik.sandbox.vk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ru.otklik.sandbox.SandboxAccess;

/**
 * A call whose parameters have been checked.
 *
 * @param here where the sandbox's own addresses begin
 */
record VkCall(VkMethod method, Map<String, String> asked, SandboxAccess caller, String here) {

    long number(String name, long otherwise) {
        String value = asked.getOrDefault(name, "");
        return value.isEmpty() ? otherwise : Long.parseLong(value);
    }

    Optional<Long> number(String name) {
        return text(name).map(Long::valueOf);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(asked.get(name)).filter(s -> !s.isEmpty());
    }

    boolean is(String name) {
        return asked.getOrDefault(name, "0").equals("1");
    }

    List<String> list(String name) {
        return text(name).stream()
                .flatMap(s -> Stream.of(s.split(",")))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    /** Whose wall: of the caller where it does not say. */
    long owner() {
        return number("owner_id", caller.owner());
    }
}
