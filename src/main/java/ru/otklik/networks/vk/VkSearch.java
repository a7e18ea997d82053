package ru.otklik.networks.vk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ru.otklik.networks.Heard;
import ru.otklik.networks.Lane;
import ru.otklik.networks.Place;
import ru.otklik.networks.Post;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Public posts of all VK by a query. VK shows what it found with a delay, so each turn looks back a while. */
final class VkSearch {

    private static final int PAGE = 200;
    /** VK shows at most a thousand posts of one search. */
    private static final int PAGES = 5;

    private static final Duration BACK = Duration.ofHours(1);
    private static final int MOST_KNOWN = 1000;

    private record Found(String key, Post post, int mark) {}

    private final VkApi api;
    private final JsonMapper json;

    VkSearch(VkApi api, JsonMapper json) {
        this.api = api;
        this.json = json;
    }

    Heard turn(Lane lane, Place place) {
        var known = new HashMap<String, Integer>();
        Instant heardTo = read(lane.cursor(), known);
        Instant from = heardTo.minus(BACK).isBefore(lane.since()) ? lane.since() : heardTo.minus(BACK);
        var found = found(place.id(), Math.max(0, from.getEpochSecond()), VkPages.reading(lane.access()));
        var posts = new ArrayList<Post>();
        var kept = new LinkedHashMap<String, Integer>();
        boolean more = false;
        for (Found f : found) {
            Integer before = known.get(f.key);
            if (before == null || before != f.mark) {
                if (posts.size() >= lane.most()) {
                    more = true;
                    break;
                }
                if (!at(f.post).isBefore(lane.since())) {
                    posts.add(f.post);
                }
            }
            kept.put(f.key, f.mark);
            heardTo = at(f.post).isAfter(heardTo) ? at(f.post) : heardTo;
        }
        return new Heard(List.copyOf(posts), List.of(), cursor(heardTo, kept), more);
    }

    /** The oldest first. */
    private List<Found> found(String query, long start, String token) {
        var all = new LinkedHashMap<String, Found>();
        String next = "";
        for (int page = 0; page < PAGES; page++) {
            var p = new LinkedHashMap<String, Object>(
                    Map.of("q", query, "count", PAGE, "start_time", start, "extended", 1));
            if (!next.isEmpty()) {
                p.put("start_from", next);
            }
            JsonNode said = api.read("newsfeed.search", p, token);
            var posts = VkPosts.of(said);
            for (JsonNode item : VkJson.items(said)) {
                Post post = posts.wall(item);
                if (post != null) {
                    String key = post.address().thread();
                    all.putIfAbsent(key, new Found(key, post, VkPosts.mark(post)));
                }
            }
            String after = VkJson.text(said, "next_from");
            if (after.isEmpty() || after.equals(next)) {
                break;
            }
            next = after;
        }
        return all.values().stream()
                .sorted(Comparator.<Found, Instant>comparing(f -> at(f.post)).thenComparing(Found::key))
                .toList();
    }

    private static Instant at(Post p) {
        return p.postedAt() == null ? Instant.EPOCH : p.postedAt();
    }

    private Instant read(String cursor, Map<String, Integer> known) {
        if (!cursor.isBlank()) {
            try {
                JsonNode node = json.readTree(cursor);
                for (var e : node.path("k").properties()) {
                    known.put(e.getKey(), e.getValue().asInt(0));
                }
                return Instant.ofEpochSecond(Math.max(0, Math.min(node.path("t").asLong(0), Integer.MAX_VALUE)));
            } catch (JacksonException e) {
                known.clear();
            }
        }
        return Instant.EPOCH;
    }

    private String cursor(Instant heardTo, Map<String, Integer> kept) {
        var newest = new ArrayList<>(kept.entrySet());
        var known = new LinkedHashMap<String, Integer>();
        newest.subList(Math.max(0, newest.size() - MOST_KNOWN), newest.size())
                .forEach(e -> known.put(e.getKey(), e.getValue()));
        return json.writeValueAsString(Map.of("t", heardTo.getEpochSecond(), "k", known));
    }
}
