package ru.otklik.sandbox.telegram;

import static ru.otklik.sandbox.telegram.TelegramFault.bad;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.otklik.sandbox.SandboxAccess;
import ru.otklik.sandbox.wire.Photos;
import tools.jackson.databind.JsonNode;

/** What the bot writes and changes. */
@Component
class TelegramSending {

    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_CAPTION = 1024;
    private static final int LARGEST_SIDES = 10_000;

    private final TelegramRows rows;
    private final TelegramWriting writing;
    private final TelegramView view;
    private final Photos photos;
    private final Clock clock;

    TelegramSending(TelegramRows rows, TelegramWriting writing, TelegramView view, Photos photos, Clock clock) {
        this.rows = rows;
        this.writing = writing;
        this.view = view;
        this.photos = photos;
        this.clock = clock;
    }

    Object message(TelegramCall call) {
        return view.message(writing.send(call.chat(), replied(call), text(call), null, null));
    }

    Object photo(TelegramCall call) {
        SandboxAccess chat = call.chat();
        TelegramRow to = replied(call);
        String caption = caption(call, call.text("caption").orElse(""));
        String photo = stored(call, call.text("photo").orElse("attach://photo"));
        return view.message(writing.send(chat, to, caption, photo, null));
    }

    Object album(TelegramCall call) {
        SandboxAccess chat = call.chat();
        TelegramRow to = replied(call);
        JsonNode media = call.json("media").orElseThrow(() -> bad("media is empty"));
        if (!media.isArray() || media.size() < 2 || media.size() > 10) {
            throw bad("media must be an array of 2-10 items");
        }
        record Item(String photo, String caption) {}
        var items = new ArrayList<Item>();
        for (JsonNode m : media) {
            if (!m.path("type").asString("").equals("photo")) {
                throw bad("the sandbox takes photos only");
            }
            String caption = caption(call, m.path("caption").asString(""));
            items.add(new Item(stored(call, m.path("media").asString("")), caption));
        }
        String album = Long.toString(UUID.randomUUID().getMostSignificantBits() >>> 12);
        return items.stream()
                .map(i -> view.message(writing.send(chat, to, i.caption(), i.photo(), album)))
                .toList();
    }

    Object editText(TelegramCall call) {
        return edited(call, text(call), false);
    }

    Object editCaption(TelegramCall call) {
        return edited(call, caption(call, call.text("caption").orElse("")), true);
    }

    private Object edited(TelegramCall call, String text, boolean caption) {
        TelegramRow old = rows.find(call.chat().account(), call.number("message_id", 0))
                .orElseThrow(() -> bad("message to edit not found"));
        if (old.from() != SandboxAccess.BOT.account()) {
            throw bad("message can't be edited");
        }
        if (caption != (old.photo() != null)) {
            throw bad(
                    caption ? "there is no caption in the message to edit" : "there is no text in the message to edit");
        }
        if (old.text().equals(text)) {
            throw bad("message is not modified: specified new message content and reply markup are exactly the same "
                    + "as a current content and reply markup of the message");
        }
        return view.message(
                rows.edit(old.chat(), old.id(), text, clock.instant()).orElse(old));
    }

    /** Null: it answers nothing. */
    private @Nullable TelegramRow replied(TelegramCall call) {
        SandboxAccess chat = call.chat();
        return call.json("reply_parameters")
                .map(p -> {
                    String other = p.path("chat_id").asString(p.path("chat_id").toString());
                    if (p.has("chat_id")
                            && !List.of(Long.toString(chat.account()), "@" + chat.shortName())
                                    .contains(other)) {
                        throw bad(TelegramFault.NO_REPLIED);
                    }
                    var found = rows.find(chat.account(), p.path("message_id").asLong(0));
                    if (found.isEmpty()
                            && !p.path("allow_sending_without_reply").asBoolean(false)) {
                        throw bad(TelegramFault.NO_REPLIED);
                    }
                    return found;
                })
                .flatMap(f -> f)
                .orElse(null);
    }

    private static String text(TelegramCall call) {
        String text = plain(call, call.text("text").orElse(""));
        if (text.isEmpty()) {
            throw bad("message text is empty");
        }
        if (text.length() > LONGEST_TEXT) {
            throw bad("message is too long");
        }
        return text;
    }

    private static String caption(TelegramCall call, String caption) {
        String text = plain(call, caption);
        if (text.length() > LONGEST_CAPTION) {
            throw bad("message caption is too long");
        }
        return text;
    }

    /** The network cuts spaces at both ends. */
    private static String plain(TelegramCall call, String text) {
        if (call.text("parse_mode").isPresent()) {
            throw bad("unsupported parse_mode");
        }
        return text.strip();
    }

    private String stored(TelegramCall call, String named) {
        if (!named.startsWith("attach://")) {
            String known = named.replace(TelegramView.fileId(""), "");
            if (!named.equals(TelegramView.fileId(known))
                    || !known.matches("\\d{1,18}")
                    || photos.find("telegram", Long.parseLong(known)).isEmpty()) {
                throw bad("wrong file identifier/HTTP URL specified");
            }
            return known;
        }
        byte[] content = call.files().get(named.substring("attach://".length()));
        if (content == null) {
            throw bad("there is no photo in the request");
        }
        Photos.Photo photo =
                photos.add("telegram", content, clock.instant()).orElseThrow(() -> bad("IMAGE_PROCESS_FAILED"));
        if (photo.width() + photo.height() > LARGEST_SIDES) {
            throw bad("PHOTO_INVALID_DIMENSIONS");
        }
        return Long.toString(photo.id());
    }
}
