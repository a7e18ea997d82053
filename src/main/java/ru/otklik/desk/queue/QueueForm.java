package ru.otklik.desk.queue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import ru.otklik.casebook.Queue;
import ru.otklik.casebook.Queues;
import ru.otklik.casework.State;
import ru.otklik.regulation.Importance;

/** The filters of a queue as they stand in the address. What does not make sense is left out. */
public record QueueForm(MultiValueMap<String, String> fields) {

    private static final List<String> FILTERS =
            List.of("state", "authority", "topic", "late", "text", "test", "importance");

    public String text(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    public boolean isEmpty() {
        return FILTERS.stream().allMatch(f -> text(f).isEmpty());
    }

    Queue queue(List<Queue> mine) {
        return mine.stream()
                .filter(q -> q.name().equalsIgnoreCase(text("tab")))
                .findFirst()
                .orElse(mine.get(0));
    }

    Queues.Filter filter() {
        String authority = text("authority");
        return new Queues.Filter(
                Stream.of(State.values())
                        .filter(s -> s.name().equals(text("state")))
                        .findFirst()
                        .orElse(null),
                authority.matches("\\d{1,5}") ? Integer.valueOf(authority) : null,
                text("topic").isEmpty() ? null : text("topic"),
                !text("late").isEmpty(),
                text("text").isEmpty() ? null : text("text"),
                text("test").isEmpty() ? null : Boolean.valueOf(text("test")),
                Importance.named(text("importance")).orElse(null));
    }

    Queues.@Nullable Cursor after() {
        if (!text("after").matches("\\d{1,18}")) {
            return null;
        }
        long id = Long.parseLong(text("after"));
        try {
            return new Queues.Cursor(text("due").isEmpty() ? null : Instant.parse(text("due")), id);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    String here() {
        var with = tabAndFilters();
        Stream.of("after", "due").filter(f -> !text(f).isEmpty()).forEach(f -> with.set(f, text(f)));
        return address("/", with);
    }

    String next(Queues.Cursor cursor) {
        var with = tabAndFilters();
        with.set("after", Long.toString(cursor.id()));
        if (cursor.due() != null) {
            with.set("due", cursor.due().toString());
        }
        return address("/", with);
    }

    String in(String path, Queue queue) {
        var with = filters();
        with.set("tab", queue.name().toLowerCase(java.util.Locale.ROOT));
        return address(path, with);
    }

    private MultiValueMap<String, String> tabAndFilters() {
        var with = filters();
        if (!text("tab").isEmpty()) {
            with.set("tab", text("tab"));
        }
        return with;
    }

    private MultiValueMap<String, String> filters() {
        var with = new LinkedMultiValueMap<String, String>();
        FILTERS.stream().filter(f -> !text(f).isEmpty()).forEach(f -> with.set(f, text(f)));
        return with;
    }

    private static String address(String path, MultiValueMap<String, String> fields) {
        var address = UriComponentsBuilder.fromPath(path);
        fields.forEach((name, values) ->
                values.forEach(v -> address.queryParam(name, UriUtils.encode(v, StandardCharsets.UTF_8))));
        return address.build(true).toUriString();
    }
}
