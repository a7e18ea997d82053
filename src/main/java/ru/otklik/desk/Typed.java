package ru.otklik.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import ru.otklik.casework.Action;

/** A form as it was sent: what is refused, and what lost a race, stays on the page. */
record Typed(Action action, MultiValueMap<String, String> fields) {

    static Optional<Typed> of(String path, MultiValueMap<String, String> fields) {
        return Stream.of(Action.values())
                .filter(a -> path(a).equals(path))
                .map(a -> new Typed(a, fields))
                .findFirst();
    }

    static String path(Action action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Line ends as people mean them; a browser sends two characters. */
    String text(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.replace("\r\n", "\n");
    }

    /** The same with more text below; twice the same changes nothing. */
    Typed joined(String name, String more) {
        String before = text(name).strip();
        var all = new LinkedMultiValueMap<>(fields);
        if (!before.endsWith(more.strip())) {
            all.set(name, before.isEmpty() ? more : before + "\n\n" + more);
        }
        return new Typed(action, all);
    }

    List<String> texts(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .map(v -> v.replace("\r\n", "\n"))
                .toList();
    }

    Typed with(String name, List<String> values) {
        var more = new LinkedMultiValueMap<>(fields);
        more.put(name, values);
        return new Typed(action, more);
    }

    Optional<Integer> number(String name) {
        return Optional.of(text(name).strip())
                .filter(v -> v.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }

    List<Integer> numbers(String name) {
        return texts(name).stream()
                .filter(v -> v.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .toList();
    }

    <E extends Enum<E>> Optional<E> choice(String name, E[] values) {
        return Stream.of(values).filter(v -> v.name().equals(text(name))).findFirst();
    }

    /** A version that nobody can have seen, when the field is missing: the race is lost. */
    int version() {
        return number("version").orElse(-1);
    }
}
