package ru.otklik.sandbox.vk;

import java.util.List;
import org.springframework.stereotype.Component;
import ru.otklik.sandbox.SandboxAccess;
import ru.otklik.sandbox.wire.Json;

/** {@code board.*}: topics of a community. */
@Component
class VkBoard {

    private final VkShelf shelf;
    private final VkWriting writing;
    private final VkView view;

    VkBoard(VkShelf shelf, VkWriting writing, VkView view) {
        this.shelf = shelf;
        this.writing = writing;
        this.view = view;
    }

    Object getTopics(VkCall call) {
        long owner = owner(call);
        List<Long> only = call.list("topic_ids").stream().map(VkBoard::id).toList();
        List<VkRow> rows =
                shelf.wall(owner, VkRow.Kind.TOPIC, call.number("offset", 0), call.number("count", 40)).stream()
                        .filter(t -> only.isEmpty() || only.contains(t.id()))
                        .toList();
        var response = Json.of(
                "count",
                rows.size(),
                "items",
                rows.stream()
                        .map(t -> (Object) Json.of(
                                "id", t.id(),
                                "title", t.text(),
                                "created", view.date(t.at()),
                                "created_by", t.from(),
                                "updated", view.date(t.at()),
                                "updated_by", t.from(),
                                "is_closed", 0,
                                "is_fixed", 0,
                                "comments", t.comments()))
                        .toList(),
                "default_order",
                1,
                "can_add_topics",
                0);
        if (call.is("extended")) {
            view.addPeople(response, rows);
        }
        return response;
    }

    Object getComments(VkCall call) {
        VkRow topic = topic(call);
        boolean asc = !call.text("sort").orElse("asc").equals("desc");
        Long from = call.number("start_comment_id").orElse(null);
        List<VkRow> rows = shelf.comments(
                topic.owner(),
                topic.id(),
                null,
                from,
                asc,
                Math.max(0, call.number("offset", 0)),
                call.number("count", 20));
        var response = Json.of(
                "count", topic.comments(),
                "items",
                        rows.stream()
                                .map(c -> view.topicComment(c, call.is("need_likes")))
                                .toList());
        if (from != null && !rows.isEmpty()) {
            response.put(
                    "real_offset",
                    shelf.before(topic.owner(), topic.id(), null, rows.get(0).id(), asc));
        }
        if (call.is("extended")) {
            view.addPeople(response, rows);
        }
        return response;
    }

    Object createComment(VkCall call) {
        VkRow topic = topic(call);
        long from = call.is("from_group") ? topic.owner() : call.caller().owner();
        return writing.comment(call, topic, null, from).id();
    }

    private VkRow topic(VkCall call) {
        return shelf.find(owner(call), call.number("topic_id", 0))
                .filter(t -> t.kind() == VkRow.Kind.TOPIC && t.isAlive())
                .orElseThrow(() -> VkFault.parameter("topic_id is invalid"));
    }

    private static long owner(VkCall call) {
        return VkView.community(-call.number("group_id", 0))
                .map(SandboxAccess::owner)
                .orElseThrow(() -> new VkFault(125, "Invalid group id"));
    }

    private static long id(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw VkFault.parameter("topic_ids is invalid");
        }
        return Long.parseLong(text);
    }
}
