package ru.otklik.networks.telegram;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.Address;

/**
 * Where a message stands. In an {@link Address} the thread is {@code chat} or {@code chat/root}: a message's number is
 * its own in its chat, so the two and the number find it again.
 *
 * @param root the message that the discussion began with, in this chat; null: the chat itself is the discussion
 */
record Spot(long chat, @Nullable Long root, long message) {

    /** Chats of which a link can be made are numbered below this, and their links are without it. */
    private static final long MARK = -1_000_000_000_000L;

    private static final Pattern THREAD = Pattern.compile("(-?\\d{1,18})(?:/(\\d{1,18}))?");
    private static final Pattern MESSAGE = Pattern.compile("\\d{1,18}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{3,64}");

    static Optional<Spot> of(Address address) {
        var thread = THREAD.matcher(address.thread());
        if (!thread.matches() || !MESSAGE.matcher(address.message()).matches()) {
            return Optional.empty();
        }
        String root = thread.group(2);
        return Optional.of(new Spot(
                Long.parseLong(thread.group(1)),
                root == null ? null : Long.valueOf(root),
                Long.parseLong(address.message())));
    }

    Address address() {
        return new Address(root == null ? Long.toString(chat) : chat + "/" + root, Long.toString(message));
    }

    /** @param name public name of the chat; without one only its members can follow the link, and not in an old group */
    Optional<String> url(Optional<String> name) {
        String thread = root == null || root == message ? "" : "?thread=" + root;
        return name.filter(Spot::isName)
                .map(n -> "https://t.me/%s/%d%s".formatted(n, message, thread))
                .or(() -> internal(chat).map(c -> "https://t.me/c/%d/%d%s".formatted(c, message, thread)));
    }

    /** A name as it stands in links. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The number of a chat as it stands in links. */
    static Optional<Long> internal(long chat) {
        return chat < MARK ? Optional.of(MARK - chat) : Optional.empty();
    }

    static long chat(long internal) {
        return MARK - internal;
    }
}
