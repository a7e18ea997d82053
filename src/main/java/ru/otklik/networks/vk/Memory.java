package ru.otklik.networks.vk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was heard of a place, as the cursor of its lane: the recent discussions, and a mark of each comment, so that a
 * change and a deletion are noticed. Bounded: of the older ones the comments are forgotten first.
 */
final class Memory {

    private static final int MOST_COMMENTS = 2000;
    private static final int VERSION = 1;
    private static final int BASE = 36;

    /** A discussion. */
    static final class Known {
        final long id;
        /** Of its own text. */
        int mark;
        /** What its head said when it was read to the end; below 0: it was not yet. */
        long stamp = -1;
        /** The newest comment when it was read to the end. */
        long last;
        /** The newest comment seen. */
        long seen;
        /** How far the reading came; 0: it begins anew. */
        int at;
        /** The comment of the first level that it came to. */
        long top;
        /** Every comment below is in {@code comments}. */
        boolean whole = true;

        final TreeMap<Long, Integer> comments = new TreeMap<>();

        Known(long id) {
            this.id = id;
        }
    }

    /** The largest {@link Threads.Head#order} heard. */
    long last;
    /** The discussion that was read again last. */
    long swept;

    private final LinkedHashMap<Long, Known> known = new LinkedHashMap<>();

    Optional<Known> find(long thread) {
        return Optional.ofNullable(known.get(thread));
    }

    Known add(long thread) {
        return known.computeIfAbsent(thread, Known::new);
    }

    void remove(long thread) {
        known.remove(thread);
    }

    /** By id, the oldest first. */
    List<Known> list() {
        return known.values().stream()
                .sorted(Comparator.comparingLong(k -> k.id))
                .toList();
    }

    void retain(Collection<Long> threads) {
        known.values().removeIf(k -> !threads.contains(k.id) && k.stamp >= 0);
    }

    /** A cursor that is not ours begins anew: what is heard twice does no harm. */
    static Memory of(String cursor, JsonMapper json) {
        var memory = new Memory();
        if (cursor.isBlank()) {
            return memory;
        }
        try {
            JsonNode node = json.readTree(cursor);
            if (node.path("v").asInt(0) != VERSION) {
                return memory;
            }
            memory.last = node.path("l").asLong(0);
            memory.swept = node.path("s").asLong(0);
            for (JsonNode t : node.path("t")) {
                Known k = memory.add(t.path(0).asLong(0));
                k.mark = t.path(1).asInt(0);
                k.stamp = t.path(2).asLong(-1);
                k.last = t.path(3).asLong(0);
                k.seen = t.path(4).asLong(0);
                k.at = t.path(5).asInt(0);
                k.whole = t.path(6).asInt(0) == 1;
                k.top = t.path(8).asLong(0);
                for (String c : t.path(7).asString("").split(",")) {
                    int colon = c.indexOf(':');
                    if (colon > 0) {
                        k.comments.put(Long.parseLong(c.substring(0, colon), BASE), (int)
                                Long.parseLong(c.substring(colon + 1), BASE));
                    }
                }
            }
            return memory;
        } catch (JacksonException | NumberFormatException e) {
            return new Memory();
        }
    }

    String cursor(JsonMapper json) {
        int left = MOST_COMMENTS;
        var byActivity = known.values().stream()
                .sorted(Comparator.comparingLong((Known k) -> Math.max(k.last, k.seen))
                        .reversed())
                .toList();
        for (Known k : byActivity) {
            if (k.comments.size() > left) {
                k.comments.clear();
                k.whole = false;
            }
            left -= k.comments.size();
        }
        var threads = new ArrayList<List<Object>>();
        for (Known k : list()) {
            String comments = k.comments.entrySet().stream()
                    .map(e -> Long.toString(e.getKey(), BASE) + ":" + Integer.toString(e.getValue(), BASE))
                    .collect(Collectors.joining(","));
            threads.add(List.of(k.id, k.mark, k.stamp, k.last, k.seen, k.at, k.whole ? 1 : 0, comments, k.top));
        }
        var body = new LinkedHashMap<String, Object>(Map.of("v", VERSION));
        body.put("l", last);
        body.put("s", swept);
        body.put("t", threads);
        return json.writeValueAsString(body);
    }
}
