package ru.otklik.networks.telegram;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.Post;
import ru.otklik.networks.http.Fields;

/** A message of Telegram as a post. */
final class Messages {

    private static final int LONGEST_NAME = 200;
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private Messages() {}

    /**
     * Empty for what nobody said: somebody came, a message was pinned, and the channel's own posts, which Telegram copies
     * into the group as the beginnings of discussions.
     */
    static Optional<Post> post(Fields message) {
        Optional<Spot> spot = spot(message);
        Optional<Instant> at = at(message, "date");
        boolean media = Media.isIn(message);
        Optional<String> text = message.text("text").or(() -> message.text("caption"));
        if (spot.isEmpty() || at.isEmpty() || message.flag("is_automatic_forward") || text.isEmpty() && !media) {
            return Optional.empty();
        }
        Optional<String> url = url(message, spot.get());
        Author author = author(message);
        return Optional.of(new Post(
                spot.get().address(),
                url.orElse(null),
                author.id(),
                author.name(),
                author.url(),
                text.orElse(""),
                at.get(),
                // a link to the file itself would hold the bot's token: the message is where it can be seen
                media ? url.stream().toList() : List.of(),
                url.flatMap(u -> Media.photo(message).map(p -> Map.of(u, p))).orElse(Map.of()),
                message.at("reply_to_message").flag("is_automatic_forward")
                        ? null
                        : message.at("reply_to_message")
                                .number("message_id")
                                .map(String::valueOf)
                                .orElse(null)));
    }

    static Optional<Spot> spot(Fields message) {
        Optional<Long> chat = message.at("chat").number("id");
        Optional<Long> number = message.number("message_id").filter(n -> n > 0);
        if (chat.isEmpty() || number.isEmpty()) {
            return Optional.empty();
        }
        Fields before = message.at("reply_to_message");
        Long root = message.number("message_thread_id")
                .or(() -> before.flag("is_automatic_forward") ? before.number("message_id") : Optional.empty())
                .filter(n -> n > 0)
                .orElse(null);
        return Optional.of(new Spot(chat.get(), root, number.get()));
    }

    static Optional<Instant> at(Fields message, String field) {
        return message.number(field).filter(s -> s > 0 && s <= LAST_SECOND).map(Instant::ofEpochSecond);
    }

    /** A comment right under a post of a channel is shown there; any other in its group. */
    private static Optional<String> url(Fields message, Spot spot) {
        Fields origin = message.at("reply_to_message").at("forward_origin");
        Optional<Long> post = origin.number("message_id").filter(n -> n > 0);
        return origin.at("chat")
                .text("username")
                .filter(name -> Spot.isName(name)
                        && post.isPresent()
                        && message.at("reply_to_message").flag("is_automatic_forward"))
                .map(name -> "https://t.me/%s/%d?comment=%d".formatted(name, post.orElseThrow(), spot.message()))
                .or(() -> spot.url(message.at("chat").text("username")));
    }

    private record Author(
            @Nullable String id,
            @Nullable String name,
            @Nullable String url) {}

    /** Who writes for a group or a channel has another's name in {@code from}. */
    private static Author author(Fields message) {
        Fields by = message.has("sender_chat") ? message.at("sender_chat") : message.at("from");
        String name = by.text("title")
                .orElseGet(() -> Stream.of(by.text("first_name"), by.text("last_name"))
                        .flatMap(Optional::stream)
                        .filter(s -> !s.isBlank())
                        .collect(Collectors.joining(" ")));
        return new Author(
                by.number("id").map(String::valueOf).orElse(null),
                name.isBlank() ? null : name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                by.text("username")
                        .filter(Spot::isName)
                        .map(n -> "https://t.me/" + n)
                        .orElse(null));
    }
}
