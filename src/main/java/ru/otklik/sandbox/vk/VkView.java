package ru.otklik.sandbox.vk;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.otklik.sandbox.SandboxAccess;
import ru.otklik.sandbox.wire.Json;
import ru.otklik.sandbox.wire.Photos;
import ru.otklik.sandbox.wire.Troubles;

/** Objects of VK as its schema names their fields. */
@Component
class VkView {

    private static final Map<String, Object> LIKES =
            Json.of("can_like", 1, "count", 0, "user_likes", 0, "can_publish", 1);

    private final Photos photos;
    private final Troubles troubles;

    VkView(Photos photos, Troubles troubles) {
        this.photos = photos;
        this.troubles = troubles;
    }

    Map<String, Object> post(VkRow p) {
        Instant edited = p.editedAt();
        return Json.of(
                "inner_type", "wall_wallpost",
                "id", p.id(),
                "owner_id", p.owner(),
                "from_id", p.from(),
                "date", date(p.at()),
                "edited", edited == null ? null : date(edited),
                "type", "post",
                "post_type", "post",
                "text", p.text(),
                "attachments", attachments(p),
                "comments", Json.of("count", p.comments(), "can_post", 1, "groups_can_post", true),
                "likes", LIKES,
                "reposts", Json.of("count", 0, "user_reposted", 0),
                "is_favorite", false,
                "hash", "sandbox");
    }

    /** @param below null: the first level was not asked with its threads, and a reply has none */
    Map<String, Object> comment(VkRow c, int cutAt, boolean likes, @Nullable List<Map<String, Object>> below) {
        boolean firstLevel = c.thread() == null;
        return Json.of(
                "id", c.id(),
                "from_id", c.isAlive() ? c.from() : 0,
                "date", date(c.at()),
                "text", c.isAlive() ? cut(c.text(), cutAt) : "",
                "post_id", c.post(),
                "owner_id", c.owner(),
                "parents_stack", firstLevel ? List.of() : List.of(c.thread()),
                "reply_to_comment", c.replyTo(),
                "deleted", c.isAlive() ? null : true,
                "attachments", c.isAlive() ? attachments(c) : null,
                "likes", likes ? LIKES : null,
                "thread",
                        firstLevel
                                ? Json.of(
                                        "count", c.comments(),
                                        "items", below == null ? List.of() : below,
                                        "can_post", true,
                                        "show_reply_button", true,
                                        "groups_can_post", true)
                                : null);
    }

    Map<String, Object> topicComment(VkRow c, boolean likes) {
        return Json.of(
                "id", c.id(),
                "from_id", c.from(),
                "date", date(c.at()),
                "text", c.text(),
                "attachments", attachments(c),
                "likes", likes ? LIKES : null);
    }

    /** Who wrote: people as {@code profiles}, communities as {@code groups}. */
    void addPeople(Map<String, Object> response, Collection<VkRow> rows) {
        var people = new java.util.LinkedHashMap<Long, Object>();
        var groups = new java.util.LinkedHashMap<Long, Object>();
        Stream.concat(rows.stream().map(VkRow::from), rows.stream().map(VkRow::owner))
                .filter(id -> id < 0)
                .flatMap(id -> community(id).stream())
                .forEach(c -> groups.put(c.account(), group(c, false)));
        rows.stream()
                .filter(r -> r.from() > 0 && r.isAlive())
                .forEach(r -> people.put(r.from(), person(r.from(), r.author())));
        response.put("profiles", List.copyOf(people.values()));
        response.put("groups", List.copyOf(groups.values()));
    }

    /** @param admin whether who asks runs it */
    Map<String, Object> group(SandboxAccess c, boolean admin) {
        return Json.of(
                "id",
                c.account(),
                "name",
                c.name(),
                "screen_name",
                c.shortName(),
                "is_closed",
                0,
                "type",
                "page",
                "is_admin",
                admin ? 1 : 0,
                "is_member",
                0,
                "is_advertiser",
                0,
                "photo_50",
                "https://vk.com/images/community_50.png",
                "photo_100",
                "https://vk.com/images/community_100.png",
                "photo_200",
                "https://vk.com/images/community_200.png");
    }

    static Optional<SandboxAccess> community(long owner) {
        return SandboxAccess.communities().stream()
                .filter(c -> c.owner() == owner)
                .findFirst();
    }

    long date(Instant at) {
        return at.plus(skew()).getEpochSecond();
    }

    private Duration skew() {
        return troubles.skew("vk");
    }

    Map<String, Object> person(long id, String name) {
        String[] names = name.split(" ", 2);
        return Json.of(
                "id",
                id,
                "first_name",
                names[0],
                "last_name",
                names.length > 1 ? names[1] : "",
                "screen_name",
                "id" + id,
                "is_closed",
                false,
                "can_access_closed",
                true);
    }

    private List<Object> attachments(VkRow r) {
        return r.attachments().stream()
                .flatMap(a -> photos.find("vk", Long.parseLong(a.substring(a.lastIndexOf('_') + 1))).stream()
                        .map(p -> (Object) Json.of("type", "photo", "photo", photo(p, r.owner(), r.at()))))
                .toList();
    }

    Map<String, Object> photo(Photos.Photo p, long owner, Instant at) {
        return Json.of(
                "id",
                p.id(),
                "album_id",
                -14,
                "owner_id",
                owner,
                "date",
                date(at),
                "text",
                "",
                "sizes",
                List.of(Json.of(
                        "type",
                        "w",
                        "width",
                        p.width(),
                        "height",
                        p.height(),
                        "url",
                        "https://sun1.userapi.com/sandbox/" + p.id())));
    }

    /** Whole characters, as the API counts them. */
    private static String cut(String text, int at) {
        return at == 0 || text.codePointCount(0, text.length()) <= at
                ? text
                : text.substring(0, text.offsetByCodePoints(0, at)) + "…";
    }
}
