package ru.otklik.sandbox.telegram;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.otklik.sandbox.SandboxAccess;
import ru.otklik.sandbox.wire.Json;
import ru.otklik.sandbox.wire.Photos;
import ru.otklik.sandbox.wire.Troubles;

/** Objects of the Bot API as its description names their fields. */
@Component
class TelegramView {

    /** Who forwards posts of a channel to its group. */
    static final long SERVICE = 777_000;

    private final TelegramRows rows;
    private final Photos photos;
    private final Troubles troubles;

    TelegramView(TelegramRows rows, Photos photos, Troubles troubles) {
        this.rows = rows;
        this.photos = photos;
        this.troubles = troubles;
    }

    Map<String, Object> message(TelegramRow m) {
        return message(m, true);
    }

    Map<String, Object> chat(SandboxAccess c) {
        boolean channel = c.kind() == SandboxAccess.Kind.CHANNEL;
        return Json.of(
                "id", c.account(),
                "title", c.name(),
                "username", c.shortName(),
                "type", channel ? "channel" : "supergroup");
    }

    Map<String, Object> bot() {
        return Json.of(
                "id", SandboxAccess.BOT.account(),
                "is_bot", true,
                "first_name", SandboxAccess.BOT.name(),
                "username", SandboxAccess.BOT.shortName());
    }

    Map<String, Object> user(long id, String name) {
        if (id == SandboxAccess.BOT.account()) {
            return bot();
        }
        String[] names = name.split(" ", 2);
        return Json.of(
                "id", id, "is_bot", false, "first_name", names[0], "last_name", names.length > 1 ? names[1] : null);
    }

    long date(Instant at) {
        return at.plus(troubles.skew("telegram")).getEpochSecond();
    }

    private Map<String, Object> message(TelegramRow m, boolean withReply) {
        boolean channel = m.chat() == SandboxAccess.CHANNEL.account();
        boolean forward = m.forwarded() != null;
        Instant edited = m.editedAt();
        Long replyTo = m.replyTo();
        String photo = m.photo();
        return Json.of(
                "message_id", m.id(),
                "message_thread_id", m.thread(),
                "from", channel ? null : forward ? user(SERVICE, "Telegram") : user(m.from(), m.author()),
                "sender_chat", channel || forward ? chat(SandboxAccess.CHANNEL) : null,
                "chat", chat(channel ? SandboxAccess.CHANNEL : SandboxAccess.DISCUSSION),
                "date", date(m.at()),
                "edit_date", edited == null ? null : date(edited),
                "forward_origin", forward ? origin(m) : null,
                "is_automatic_forward", forward ? true : null,
                "reply_to_message",
                        withReply && replyTo != null
                                ? rows.find(m.chat(), replyTo)
                                        .map(r -> message(r, false))
                                        .orElse(null)
                                : null,
                "media_group_id", m.album(),
                "text", photo == null ? m.text() : null,
                "photo", photo == null ? null : sizes(photo),
                "caption", photo == null || m.text().isEmpty() ? null : m.text());
    }

    private Map<String, Object> origin(TelegramRow m) {
        return Json.of(
                "type", "channel",
                "chat", chat(SandboxAccess.CHANNEL),
                "message_id", m.forwarded(),
                "date", date(m.at()));
    }

    private @Nullable List<Object> sizes(String photo) {
        return photos.find("telegram", Long.parseLong(photo))
                .map(p -> List.<Object>of(Json.of(
                        "file_id", fileId(photo),
                        "file_unique_id", "AQAD" + photo,
                        "file_size", p.size(),
                        "width", p.width(),
                        "height", p.height())))
                .orElse(null);
    }

    static String fileId(String photo) {
        return "AgACAgIAAx-sandbox-" + photo;
    }
}
