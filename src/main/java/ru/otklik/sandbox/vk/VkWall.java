package ru.otklik.sandbox.vk;

import static ru.otklik.sandbox.vk.VkFault.parameter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.otklik.sandbox.SandboxAccess;
import ru.otklik.sandbox.wire.Json;
import ru.otklik.sandbox.wire.Troubles;

/** {@code wall.*} and {@code newsfeed.search}. */
@Component
class VkWall {

    private static final int PREVIEW = 90;

    private final VkShelf shelf;
    private final VkWriting writing;
    private final VkView view;
    private final Troubles troubles;

    VkWall(VkShelf shelf, VkWriting writing, VkView view, Troubles troubles) {
        this.shelf = shelf;
        this.writing = writing;
        this.view = view;
        this.troubles = troubles;
    }

    Object get(VkCall call) {
        long owner = call.text("domain")
                .map(d -> SandboxAccess.named("vk", d)
                        .map(SandboxAccess::owner)
                        .orElseThrow(() -> parameter("domain is invalid")))
                .orElseGet(call::owner);
        known(owner);
        String filter = call.text("filter").orElse("all");
        List<VkRow> rows =
                shelf.wall(owner, VkRow.Kind.POST, call.number("offset", 0), call.number("count", 20)).stream()
                        .filter(p -> filter.equals("all") || filter.equals("owner") == (p.from() == owner))
                        .toList();
        var response = Json.of("count", shelf.posts(owner), "items", posts(rows));
        return people(call, response, rows);
    }

    Object getById(VkCall call) {
        List<String> asked = call.list("posts");
        if (asked.isEmpty()
                || asked.size() > 100
                || !asked.stream().allMatch(p -> p.matches("-?\\d{1,18}_\\d{1,18}"))) {
            throw parameter("posts is invalid");
        }
        List<VkRow> rows = asked.stream()
                .map(p -> p.split("_"))
                .flatMap(p -> shelf.find(Long.parseLong(p[0]), Long.parseLong(p[1])).stream())
                .filter(p -> p.kind() == VkRow.Kind.POST && p.isAlive())
                .toList();
        return people(call, Json.of("items", posts(rows)), rows);
    }

    Object getComments(VkCall call) {
        VkRow post = post(
                call.owner(),
                call.number("post_id", 0),
                call.number("comment_id").orElse(null));
        Long thread = call.number("comment_id").orElse(null);
        boolean asc = !call.text("sort").orElse("asc").equals("desc");
        Long from = call.number("start_comment_id").orElse(null);
        long offset = call.number("offset", 0);
        if (offset < 0 && from == null) {
            throw parameter("offset is negative");
        }
        List<VkRow> rows = new ArrayList<>(
                offset < 0 && from != null
                        ? around(post, thread, from, asc, -offset, call.number("count", 10))
                        : shelf.comments(post.owner(), post.id(), thread, from, asc, offset, call.number("count", 10)));
        Map<Long, List<VkRow>> below = thread == null ? threads(call, rows) : Map.of();
        var response = Json.of(
                "count",
                post.comments(),
                "items",
                shown(call, rows, below),
                "current_level_count",
                thread == null ? post.firstLevel() : find(post.owner(), thread).comments(),
                "can_post",
                true,
                "show_reply_button",
                true,
                "groups_can_post",
                true);
        if (from != null && !rows.isEmpty()) {
            response.put(
                    "real_offset",
                    shelf.before(post.owner(), post.id(), thread, rows.get(0).id(), asc));
        }
        below.values().forEach(rows::addAll);
        return people(call, response, rows);
    }

    private List<Map<String, Object>> shown(VkCall call, List<VkRow> rows, Map<Long, List<VkRow>> below) {
        int cut = (int) call.number("preview_length", PREVIEW);
        boolean likes = call.is("need_likes");
        return rows.stream()
                .map(c -> view.comment(
                        c,
                        cut,
                        likes,
                        below.getOrDefault(c.id(), List.of()).stream()
                                .map(r -> view.comment(r, cut, likes, null))
                                .toList()))
                .toList();
    }

    Object getComment(VkCall call) {
        VkRow c = find(call.owner(), call.number("comment_id", 0));
        if (c.kind() != VkRow.Kind.COMMENT || !c.isAlive()) {
            throw VkFault.gone();
        }
        return people(call, Json.of("items", List.of(view.comment(c, 0, true, null))), List.of(c));
    }

    Object createComment(VkCall call) {
        long group = call.number(
                "from_group",
                call.caller().kind() == SandboxAccess.Kind.COMMUNITY
                        ? call.caller().account()
                        : 0);
        boolean own = call.caller().kind() == SandboxAccess.Kind.USER
                || group == call.caller().account();
        if (!own || group != 0 && VkView.community(-group).isEmpty()) {
            throw parameter("from_group is invalid");
        }
        VkRow post = post(call.owner(), call.number("post_id", 0), null);
        VkRow to = call.number("reply_to_comment")
                .map(id -> find(post.owner(), id))
                .orElse(null);
        if (to != null && (!to.isAlive() || to.post() != post.id())) {
            throw VkFault.gone();
        }
        VkRow made = writing.comment(call, post, to, -group);
        Long thread = made.thread();
        return Json.of("comment_id", made.id(), "parents_stack", thread == null ? List.of() : List.of(thread));
    }

    Object deleteComment(VkCall call) {
        VkRow c = find(call.owner(), call.number("comment_id", 0));
        if (c.kind() != VkRow.Kind.COMMENT || !writing.setDeleted(c.owner(), c.id(), true)) {
            throw VkFault.gone();
        }
        return 1;
    }

    Object search(VkCall call) {
        Instant now = troubles.now("vk");
        VkRow after = call.text("start_from")
                .map(VkWall::mark)
                .map(m -> find(m[0], m[1]))
                .orElse(null);
        long count = call.number("count", 30);
        var skew = troubles.skew("vk");
        List<VkRow> rows = shelf.news(
                call.text("q").orElse(""),
                Instant.ofEpochSecond(call.number("start_time", 0)).minus(skew),
                Instant.ofEpochSecond(call.number("end_time", now.getEpochSecond()) + 1)
                        .minusNanos(1)
                        .minus(skew),
                after,
                count);
        var response = Json.of("items", posts(rows), "count", rows.size(), "suggested_queries", List.of());
        if (rows.size() == count && count > 0) {
            VkRow last = rows.get(rows.size() - 1);
            response.put("next_from", last.owner() + "_" + last.id());
        }
        return people(call, response, rows);
    }

    /** Positions before a comment are asked with a negative offset from it. */
    private List<VkRow> around(VkRow post, @Nullable Long thread, long from, boolean asc, long back, long count) {
        long at = shelf.before(post.owner(), post.id(), thread, from, asc);
        return shelf.comments(post.owner(), post.id(), thread, null, asc, Math.max(0, at - back), count);
    }

    private Map<Long, List<VkRow>> threads(VkCall call, List<VkRow> rows) {
        long each = call.number("thread_items_count", 0);
        return each == 0 || rows.isEmpty()
                ? Map.of()
                : shelf
                        .threads(
                                rows.get(0).owner(),
                                rows.stream()
                                        .filter(c -> c.comments() > 0)
                                        .map(VkRow::id)
                                        .toList(),
                                each)
                        .stream()
                        .collect(Collectors.groupingBy(r -> java.util.Objects.requireNonNull(r.thread())));
    }

    private List<Map<String, Object>> posts(List<VkRow> rows) {
        return rows.stream().map(view::post).toList();
    }

    private Object people(VkCall call, Map<String, Object> response, List<VkRow> rows) {
        if (call.is("extended")) {
            view.addPeople(response, rows);
        }
        return response;
    }

    /** A living post; of a comment, where only that is named. */
    private VkRow post(long owner, long id, @Nullable Long comment) {
        known(owner);
        long post = id == 0 && comment != null ? find(owner, comment).post() : id;
        return shelf.find(owner, post)
                .filter(p -> p.kind() == VkRow.Kind.POST && p.isAlive())
                .orElseThrow(VkFault::gone);
    }

    private VkRow find(long owner, long id) {
        return shelf.find(owner, id).orElseThrow(VkFault::gone);
    }

    private static void known(long owner) {
        if (VkView.community(owner).isEmpty()) {
            throw parameter("owner_id is invalid");
        }
    }

    private static long[] mark(String from) {
        if (!from.matches("-?\\d{1,18}_\\d{1,18}")) {
            throw parameter("start_from is invalid");
        }
        String[] parts = from.split("_");
        return new long[] {Long.parseLong(parts[0]), Long.parseLong(parts[1])};
    }
}
