package ru.otklik.networks.ok;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.Address;
import ru.otklik.networks.Post;
import tools.jackson.databind.JsonNode;

/** Topics and comments as posts. */
final class OkPosts {

    private static final int LONGEST = 100_000;

    private OkPosts() {}

    /** Who wrote, by the reference {@code group:1} or {@code user:1}. */
    private record Author(boolean group, String id) {
        static @Nullable Author of(@Nullable String reference) {
            int colon = reference == null ? -1 : reference.indexOf(':');
            return reference == null || colon < 1
                    ? null
                    : new Author(reference.startsWith("group"), reference.substring(colon + 1));
        }

        String url() {
            return group ? OkLinks.group(id) : OkLinks.person(id);
        }
    }

    static Post topic(JsonNode topic, JsonNode entities, String group) {
        String id = OkJson.id(topic, "id");
        Author author = Author.of(OkJson.text(topic, "author_ref"));
        List<JsonNode> media = OkJson.list(topic, "media");
        String text = media.stream()
                .map(m -> OkJson.text(m, "text"))
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining("\n"));
        var links = new ArrayList<String>();
        media.forEach(m -> addLink(links, OkJson.text(m, "url")));
        return new Post(
                new Address(OkLinks.TOPIC + ":" + id, id),
                url(OkLinks.TOPIC + ":" + id, group),
                author == null ? null : author.id(),
                author == null ? null : name(entities, author),
                author == null ? null : author.url(),
                limited(text),
                OkJson.time(topic, "created_ms", "created"),
                List.copyOf(links),
                null);
    }

    /** @param thread with its type */
    static Post comment(JsonNode comment, JsonNode entities, String thread, String group) {
        String id = OkJson.id(comment, "id");
        String authorId = OkJson.text(comment, "author_id");
        String name = OkJson.text(comment, "author_name");
        String text = OkJson.text(comment, "text");
        var author = authorId == null ? null : new Author(isGroup(comment, entities, authorId), authorId);
        String parent = OkJson.text(comment, "reply_to_comment_id");
        var links = new ArrayList<String>();
        OkJson.list(comment, "attachments").forEach(a -> addLink(links, OkJson.text(a, "url")));
        return new Post(
                new Address(thread, id),
                url(thread, group),
                authorId,
                author == null || name != null ? name : name(entities, author),
                author == null ? null : author.url(),
                limited(text == null ? "" : text),
                OkJson.time(comment, "date_ms", "date"),
                List.copyOf(links),
                pictures(comment),
                parent == null || parent.isBlank() ? thread.substring(thread.indexOf(':') + 1) : parent);
    }

    /** A comment has no page of its own: it is read on that of its topic. */
    private static @Nullable String url(String thread, String group) {
        if (group.isEmpty()) {
            return null;
        }
        return thread.startsWith(OkLinks.TOPIC + ":")
                ? OkLinks.topic(group, thread.substring(OkLinks.TOPIC.length() + 1))
                : OkLinks.group(group);
    }

    private static boolean isGroup(JsonNode comment, JsonNode entities, String id) {
        Author reference = Author.of(OkJson.text(comment, "author_ref"));
        return reference != null && reference.group()
                || OkJson.list(entities, "groups").stream().anyMatch(g -> id.equals(OkJson.text(g, "uid")));
    }

    private static @Nullable String name(JsonNode entities, Author author) {
        return OkJson.list(entities, author.group() ? "groups" : "users").stream()
                .filter(e -> author.id().equals(OkJson.text(e, "uid")))
                .map(e -> OkJson.text(e, "name"))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    private static void addLink(List<String> links, @Nullable String link) {
        if (link != null && (link.startsWith("https://") || link.startsWith("http://")) && links.size() < 20) {
            links.add(link);
        }
    }

    private static String limited(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static Map<String, String> pictures(JsonNode comment) {
        return OkJson.list(comment, "attachments").stream()
                .filter(a -> String.valueOf(OkJson.text(a, "type")).contains("PHOTO"))
                .flatMap(a -> Stream.ofNullable(OkJson.text(a, "url")))
                .distinct()
                .collect(Collectors.toMap(url -> url, url -> url));
    }
}
