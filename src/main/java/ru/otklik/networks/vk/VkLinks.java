package ru.otklik.networks.vk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What hangs on a post, as links, and where the pictures behind them lie. */
final class VkLinks {

    private static final int MOST_LINKS = 20;

    private VkLinks() {}

    static List<String> of(JsonNode item) {
        var links = new ArrayList<String>();
        for (JsonNode a : VkJson.list(item, "attachments")) {
            String type = VkJson.text(a, "type");
            JsonNode what = VkJson.find(a, type);
            if (what != null) {
                String link = switch (type) {
                    case "photo", "video" -> link(type, what);
                    case "doc", "link" -> VkJson.text(what, "url");
                    default -> "";
                };
                add(links, link);
            }
        }
        for (JsonNode copied : VkJson.list(item, "copy_history")) {
            add(
                    links,
                    Spot.post(VkJson.number(copied, "owner_id"), VkJson.id(copied, "id"))
                            .url(0));
        }
        return List.copyOf(links);
    }

    /** The largest of each picture. Its address is signed for a while, so it is no part of what a change is noticed by. */
    static Map<String, String> pictures(JsonNode item) {
        var pictures = new HashMap<String, String>();
        for (JsonNode a : VkJson.list(item, "attachments")) {
            JsonNode photo = VkJson.text(a, "type").equals("photo") ? VkJson.find(a, "photo") : null;
            if (photo != null) {
                VkJson.list(photo, "sizes").stream()
                        .max(Comparator.comparingLong(s ->
                                s.path("width").asLong(0) * s.path("height").asLong(0)))
                        .map(s -> VkJson.text(s, "url"))
                        .filter(Spot::isWeb)
                        .ifPresent(url -> pictures.put(link("photo", photo), url));
            }
        }
        return pictures;
    }

    private static String link(String type, JsonNode what) {
        return "https://vk.com/%s%d_%d".formatted(type, VkJson.number(what, "owner_id"), VkJson.number(what, "id"));
    }

    private static void add(List<String> links, String link) {
        if (links.size() < MOST_LINKS && Spot.isWeb(link)) {
            links.add(link);
        }
    }
}
