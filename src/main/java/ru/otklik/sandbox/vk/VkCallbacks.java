package ru.otklik.sandbox.vk;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import ru.otklik.sandbox.wire.Deliveries;
import ru.otklik.sandbox.wire.Json;
import ru.otklik.sandbox.wire.Troubles;

/** The Callback API: one address for a community, proved by its confirmation code, called with each event. */
@Component
class VkCallbacks {

    record Registered(long group, URI url, String secret, String confirmation) {}

    private final Map<Long, Registered> byOwner = new ConcurrentHashMap<>();
    private final Deliveries deliveries;
    private final VkView view;
    private final Troubles troubles;

    VkCallbacks(Deliveries deliveries, VkView view, Troubles troubles) {
        this.deliveries = deliveries;
        this.view = view;
        this.troubles = troubles;
    }

    /** False: the address did not answer with the confirmation code. */
    boolean register(Registered r) {
        String body = Json.text(event(r, "confirmation", null));
        var answer = deliveries.send(
                r.url(), Map.of(), body, a -> a.status() == 200 && a.body().equals(r.confirmation()));
        boolean proved = answer.status() == 200 && answer.body().equals(r.confirmation());
        if (proved) {
            byOwner.put(-r.group(), r);
        }
        return proved;
    }

    void forget(long group) {
        byOwner.remove(-group);
    }

    /** @param what new, edit, delete or restore */
    void tell(VkRow row, String what) {
        Registered r = byOwner.get(row.owner());
        String type = type(row.kind(), what);
        if (r == null || type.isEmpty()) {
            return;
        }
        String body = Json.text(event(r, type, what.equals("delete") ? deleted(row) : object(row)));
        int times = troubles.saysTwice("vk") ? 2 : 1;
        for (int i = 0; i < times; i++) {
            deliveries.later(
                    r.url().toString(),
                    () -> deliveries.send(
                            r.url(),
                            Map.of(),
                            body,
                            a -> a.status() == 200 && a.body().equals("ok")));
        }
    }

    /** A post that is changed or deleted is told to nobody. */
    private static String type(VkRow.Kind kind, String what) {
        return switch (kind) {
            case POST -> what.equals("new") ? "wall_post_new" : "";
            case COMMENT -> "wall_reply_" + what;
            case TOPIC -> "";
            case TOPIC_COMMENT -> "board_post_" + what;
        };
    }

    private static Map<String, Object> event(
            Registered r, String type, @org.jspecify.annotations.Nullable Object object) {
        return Json.of(
                "type",
                type,
                "event_id",
                UUID.randomUUID().toString().replace("-", ""),
                "v",
                "5.199",
                "object",
                object,
                "group_id",
                r.group(),
                "secret",
                r.secret().isEmpty() ? null : r.secret());
    }

    private Map<String, Object> object(VkRow row) {
        return switch (row.kind()) {
            case POST -> view.post(row);
            case COMMENT -> view.comment(row, 0, false, null);
            default -> topic(row);
        };
    }

    private Map<String, Object> topic(VkRow row) {
        var comment = view.topicComment(row, false);
        comment.put("topic_id", row.post());
        comment.put("topic_owner_id", row.owner());
        return comment;
    }

    private static Map<String, Object> deleted(VkRow row) {
        return row.kind() == VkRow.Kind.TOPIC_COMMENT
                ? Json.of("topic_owner_id", row.owner(), "topic_id", row.post(), "id", row.id())
                : Json.of(
                        "owner_id", row.owner(),
                        "id", row.id(),
                        "user_id", row.from(),
                        "deleter_id", row.from(),
                        "post_id", row.post());
    }
}
