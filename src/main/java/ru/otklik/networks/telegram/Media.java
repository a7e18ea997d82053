package ru.otklik.networks.telegram;

import java.util.Optional;
import java.util.Set;
import ru.otklik.networks.http.Fields;

/** What hangs on a message. */
final class Media {

    private static final Set<String> ALL = Set.of(
            "animation",
            "audio",
            "contact",
            "document",
            "live_photo",
            "location",
            "paid_media",
            "photo",
            "poll",
            "sticker",
            "story",
            "venue",
            "video",
            "video_note",
            "voice");

    private Media() {}

    static boolean isIn(Fields message) {
        return ALL.stream().anyMatch(message::has);
    }

    /** The largest of a photo's sizes stands last; its name is known to this bot alone. */
    static Optional<String> photo(Fields message) {
        return message.at("photo").items().stream()
                .reduce((a, b) -> b)
                .flatMap(size -> size.text("file_id"))
                .filter(id -> id.matches("[\\w-]{1,200}"));
    }
}
