package ru.otklik.networks.max;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.Address;

/**
 * Where a message stands. In an {@link Address} the thread is {@code chat}, or {@code chat/post} for comments.
 *
 * @param post of a channel, under which this is a comment; null in a group chat
 */
record Spot(long chat, @Nullable String post, String message) {

    private static final Pattern MID = Pattern.compile("(?:mid\\.)?[A-Za-z0-9_-]{1,100}");
    private static final Pattern CHAT = Pattern.compile("-?\\d{1,18}");

    static Optional<Spot> of(Address address) {
        String[] thread = address.thread().split("/", -1);
        boolean known = thread.length <= 2
                && CHAT.matcher(thread[0]).matches()
                && (thread.length == 1 || isMid(thread[1]))
                && isMid(address.message());
        return known
                ? Optional.of(
                        new Spot(Long.parseLong(thread[0]), thread.length == 2 ? thread[1] : null, address.message()))
                : Optional.empty();
    }

    Address address() {
        return new Address(post == null ? Long.toString(chat) : chat + "/" + post, message);
    }

    Spot at(String other) {
        return new Spot(chat, post, other);
    }

    /** An identifier of a message, which is a part of paths. */
    static boolean isMid(String text) {
        return MID.matcher(text).matches();
    }
}
