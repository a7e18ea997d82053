package ru.otklik.networks.telegram;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.otklik.networks.Heard;
import ru.otklik.networks.Place;
import ru.otklik.networks.Post;
import ru.otklik.networks.http.Fields;

/** Reads updates: those of watched chats are posts, any other is passed over and does not stop those after it. */
final class Updates {

    private static final Logger log = LoggerFactory.getLogger(Updates.class);

    private static final long LARGEST_ID = 1_000_000_000_000_000L;
    private static final Set<String> AWAY = Set.of("left", "kicked");

    private final Set<String> chats;
    private final Instant since;
    /** Pictures sent together come as a message each, of which one has the words. */
    private final Set<String> albums = new HashSet<>();

    Updates(List<Place> places, Instant since) {
        this.chats = places.stream().map(Place::id).collect(Collectors.toUnmodifiableSet());
        this.since = since;
    }

    /** @param limit how many were asked for */
    Heard heard(List<Fields> updates, String cursor, int limit) {
        List<Post> posts = new ArrayList<>();
        long last = -1;
        for (Fields update : updates) {
            long id = update.number("update_id").filter(n -> n < LARGEST_ID).orElse(-1L);
            last = Math.max(last, id);
            post(update).ifPresent(posts::add);
        }
        if (last < 0 && !updates.isEmpty()) {
            throw BotApi.nonsense();
        }
        return new Heard(posts, List.of(), last < 0 ? cursor : Long.toString(last + 1), updates.size() >= limit);
    }

    Optional<Post> post(Fields update) {
        follow(update);
        Fields message = update.has("edited_message") ? update.at("edited_message") : update.at("message");
        if (!isWatched(message.at("chat"))) {
            return Optional.empty();
        }
        message.number("migrate_to_chat_id")
                .ifPresent(to -> log.warn(
                        "The watched group {} of Telegram has become {}: connect it again",
                        message.at("chat").number("id").orElse(0L),
                        to));
        return Messages.post(message)
                .filter(post -> post.postedAt() == null || !post.postedAt().isBefore(since))
                .filter(post -> isNewsOfAlbum(message, post));
    }

    /** A bot that is put out of a group hears nothing more of it, which looks like quiet. */
    private void follow(Fields update) {
        Fields change = update.at("my_chat_member");
        String status = change.at("new_chat_member").text("status").orElse("");
        if (isWatched(change.at("chat")) && AWAY.contains(status)) {
            log.warn(
                    "The bot is no longer in the watched group {} of Telegram",
                    change.at("chat").number("id").orElse(0L));
        }
    }

    private boolean isWatched(Fields chat) {
        return chat.number("id").map(id -> chats.contains(Long.toString(id))).orElse(false);
    }

    private boolean isNewsOfAlbum(Fields message, Post post) {
        return message.text("media_group_id")
                .map(album -> albums.add(post.address().thread() + " " + album)
                        || !post.text().isEmpty())
                .orElse(true);
    }
}
