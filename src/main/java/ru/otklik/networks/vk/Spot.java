package ru.otklik.networks.vk;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.Address;
import ru.otklik.networks.NetworkFault;

/**
 * Where something stands in VK.
 *
 * @param owner of the wall, or of the board: a community is below zero
 * @param thread a post of the wall, or a topic of the board
 * @param message the post itself, or a comment
 */
record Spot(long owner, boolean board, long thread, long message) {

    private static final String NUMBER = "([1-9]\\d{0,17})";
    private static final Pattern THREAD = Pattern.compile("(-?[1-9]\\d{0,17})_(board_)?" + NUMBER);
    private static final Pattern HOST =
            Pattern.compile("(?i)(?:https?://)?(?:(?:www|m)\\.)?vk\\.(?:com|ru)/(?<rest>\\S*)");
    private static final Pattern WALL = Pattern.compile("(?:^|[?&/]|w=)wall(-?[1-9]\\d{0,17})_" + NUMBER + "(?!\\d)");
    private static final Pattern TOPIC = Pattern.compile("(?:^|[?&/]|w=)topic-" + NUMBER + "_" + NUMBER + "(?!\\d)");
    private static final Pattern REPLY = Pattern.compile("[?&]reply=" + NUMBER);
    private static final Pattern BOARD_POST = Pattern.compile("[?&]post=" + NUMBER);

    static Spot post(long owner, long id) {
        return new Spot(owner, false, id, id);
    }

    /** @throws NetworkFault when it is no address of ours */
    static Spot of(Address address) {
        Matcher m = THREAD.matcher(address.thread());
        if (!m.matches() || !address.message().matches(NUMBER)) {
            throw new NetworkFault(NetworkFault.Kind.NOT_FOUND, "Это не адрес записи ВКонтакте.");
        }
        return new Spot(
                Long.parseLong(m.group(1)),
                m.group(2) != null,
                Long.parseLong(m.group(3)),
                Long.parseLong(address.message()));
    }

    Spot with(long message) {
        return new Spot(owner, board, thread, message);
    }

    /** The post of a wall, not a comment. */
    boolean isPost() {
        return !board && thread == message;
    }

    /** Of the community that owns it; boards have no other owners. */
    long group() {
        return -owner;
    }

    Address address() {
        return new Address(owner + (board ? "_board_" : "_") + thread, String.valueOf(message));
    }

    /** @param top the comment of the first level above it; 0: it is on the first level */
    String url(long top) {
        if (board) {
            return "https://vk.com/topic%d_%d?post=%d".formatted(owner, thread, message);
        }
        String post = "https://vk.com/wall%d_%d".formatted(owner, thread);
        return isPost() ? post : post + "?reply=" + message + (top == 0 ? "" : "&thread=" + top);
    }

    /** What stands after the host, decoded; null: no link to VK. */
    static @Nullable String rest(String link) {
        Matcher m = HOST.matcher(link.strip());
        if (!m.matches()) {
            return null;
        }
        try {
            return URLDecoder.decode(m.group("rest"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static Optional<Spot> ofLink(String link) {
        String rest = rest(link);
        if (rest == null) {
            return Optional.empty();
        }
        Matcher topic = TOPIC.matcher(rest);
        if (topic.find()) {
            // without a number of a post it is the first comment that opens the topic, whose id a link does not say
            OptionalLong post = number(BOARD_POST, rest);
            return post.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Spot(
                            -Long.parseLong(topic.group(1)), true, Long.parseLong(topic.group(2)), post.getAsLong()));
        }
        Matcher wall = WALL.matcher(rest);
        if (!wall.find()) {
            return Optional.empty();
        }
        Spot post = post(Long.parseLong(wall.group(1)), Long.parseLong(wall.group(2)));
        return Optional.of(post.with(number(REPLY, rest).orElse(post.message)));
    }

    private static OptionalLong number(Pattern p, String text) {
        Matcher m = p.matcher(text);
        return m.find() ? OptionalLong.of(Long.parseLong(m.group(1))) : OptionalLong.empty();
    }

    static String page(long id) {
        return "https://vk.com/" + (id < 0 ? "club" + -id : "id" + id);
    }

    /** A link that a person may be given: of the web, and of sane length. */
    static boolean isWeb(String link) {
        try {
            URI uri = URI.create(link);
            return link.length() <= 2000
                    && uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
