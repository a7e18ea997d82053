package ru.otklik.networks.max;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.otklik.networks.Address;
import ru.otklik.networks.Place;
import ru.otklik.networks.Post;
import ru.otklik.networks.http.Fields;

/** Reads updates: those of watched chats are posts, any other is passed over and does not stop those after it. */
final class Updates {

    static final List<String> WANTED = List.of(
            "message_created",
            "message_edited",
            "message_removed",
            "comment_created",
            "comment_edited",
            "comment_removed",
            "bot_removed");

    private static final Logger log = LoggerFactory.getLogger(Updates.class);

    final List<Post> posts = new ArrayList<>();
    final List<Address> gone = new ArrayList<>();

    private final Map<String, Place> chats;
    private final Instant since;

    Updates(List<Place> places, Instant since) {
        this.chats = places.stream().collect(Collectors.toMap(Place::id, Function.identity(), (one, same) -> one));
        this.since = since;
    }

    Updates read(List<Fields> updates) {
        updates.forEach(this::read);
        return this;
    }

    private void read(Fields update) {
        String type = update.text("update_type").orElse("");
        if (!WANTED.contains(type)) {
            return;
        }
        if (type.endsWith("_created") || type.endsWith("_edited")) {
            Fields message = update.at("message");
            watched(message.at("recipient"))
                    .flatMap(place -> Messages.post(message, place.url()))
                    .filter(post -> post.postedAt() == null || !post.postedAt().isBefore(since))
                    .ifPresent(posts::add);
        } else if (type.equals("bot_removed")) {
            watched(update).ifPresent(place -> log.warn("The bot is no longer in the chat {} of MAX", place.id()));
        } else {
            watched(update).flatMap(place -> removed(update)).ifPresent(gone::add);
        }
    }

    private Optional<Place> watched(Fields withChat) {
        return withChat.number("chat_id").map(id -> chats.get(Long.toString(id)));
    }

    private static Optional<Address> removed(Fields update) {
        return update.text("message_id")
                .map(mid -> new Address(
                        update.number("chat_id").orElse(0L)
                                + update.text("post_id").map(post -> "/" + post).orElse(""),
                        mid))
                .filter(address -> Spot.of(address).isPresent());
    }
}
