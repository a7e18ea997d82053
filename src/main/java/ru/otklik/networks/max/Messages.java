package ru.otklik.networks.max;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.Post;
import ru.otklik.networks.http.Fields;

/** A message or a comment of MAX as a post. */
final class Messages {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_ATTACHMENTS = 20;
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();

    private Messages() {}

    /**
     * Empty for what nobody said to the authorities: a message without its content, and a channel's own post.
     *
     * @param otherwise where to send a person when the message has no address of its own
     */
    static Optional<Post> post(Fields message, @Nullable String otherwise) {
        Optional<Spot> spot = spot(message);
        Optional<Instant> at = at(message);
        boolean ownPost = message.at("recipient")
                        .text("chat_type")
                        .filter("channel"::equals)
                        .isPresent()
                && spot.map(s -> s.post() == null).orElse(false);
        String text = text(message);
        List<String> attachments = attachments(message.at("body"));
        boolean empty = text.isEmpty() && !message.at("body").has("attachments");
        if (spot.isEmpty() || at.isEmpty() || ownPost || empty) {
            return Optional.empty();
        }
        Fields sender = message.at("sender");
        String name = Stream.of(sender.text("first_name"), sender.text("last_name"))
                .flatMap(Optional::stream)
                .filter(s -> !s.isBlank())
                .collect(Collectors.joining(" "));
        return Optional.of(new Post(
                spot.get().address(),
                message.text("url").filter(Messages::isWeb).orElse(otherwise),
                sender.number("user_id").map(String::valueOf).orElse(null),
                name.isEmpty() ? null : name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                null,
                text,
                at.get(),
                attachments,
                pictures(message.at("body")),
                repliesTo(message).orElse(null)));
    }

    static Optional<Spot> spot(Fields message) {
        Optional<Long> chat = message.at("recipient").number("chat_id");
        Optional<String> mid = message.at("body").text("mid").filter(Spot::isMid);
        boolean comment = message.at("recipient").has("post_id");
        Optional<String> post = message.at("recipient").text("post_id").filter(Spot::isMid);
        return chat.isEmpty() || mid.isEmpty() || comment && post.isEmpty()
                ? Optional.empty()
                : Optional.of(new Spot(chat.get(), post.orElse(null), mid.get()));
    }

    static Optional<Instant> at(Fields message) {
        return message.number("timestamp").filter(t -> t > 0 && t <= LAST).map(Instant::ofEpochMilli);
    }

    static Optional<String> repliesTo(Fields message) {
        Fields link = message.at("link");
        return link.text("type")
                .filter("reply"::equals)
                .flatMap(t -> link.at("message").text("mid"));
    }

    /** Who only forwards says what was forwarded. */
    private static String text(Fields message) {
        return message.at("body")
                .text("text")
                .filter(t -> !t.isEmpty())
                .or(() -> message.at("link")
                        .text("type")
                        .filter("forward"::equals)
                        .flatMap(t -> message.at("link").at("message").text("text")))
                .orElse("");
    }

    private static List<String> attachments(Fields body) {
        return body.at("attachments").items().stream()
                .map(a -> a.at("payload").text("url"))
                .flatMap(Optional::stream)
                .filter(Messages::isWeb)
                .limit(MOST_ATTACHMENTS)
                .toList();
    }

    private static Map<String, String> pictures(Fields body) {
        return body.at("attachments").items().stream()
                .filter(a -> a.text("type").filter("image"::equals).isPresent())
                .flatMap(a -> a.at("payload").text("url").stream())
                .filter(Messages::isWeb)
                .distinct()
                .collect(Collectors.toMap(url -> url, url -> url));
    }

    static boolean isWeb(String url) {
        try {
            URI uri = URI.create(url);
            return url.length() <= 2000 && "https".equals(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
