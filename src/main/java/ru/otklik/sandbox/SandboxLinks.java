package ru.otklik.sandbox;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links as the networks make them, to pages of the sandbox where a person sees the same. */
public final class SandboxLinks {

    private static final Pattern WALL = Pattern.compile(
            "https?://(?:m\\.)?vk\\.(?:com|ru)/(?:[\\w.]+\\?w=)?(wall|topic)(-\\d{1,18}_\\d{1,18})(?:[?&_]\\D*(\\d{1,18}).*)?");
    private static final Pattern PLACE =
            Pattern.compile("https?://(?:m\\.)?(vk\\.com|vk\\.ru|t\\.me)/([\\w.]{1,64})/?");
    private static final Pattern MESSAGE = Pattern.compile(
            "https?://t\\.me/(?:c/(\\d{1,18})|(\\w{1,64}))/(\\d{1,18})(?:/(\\d{1,18}))?(?:\\?(?:comment=(\\d{1,18}))?.*)?");

    private SandboxLinks() {}

    /** Empty: it leads to nothing that the sandbox shows. */
    public static Optional<String> page(String url) {
        Matcher wall = WALL.matcher(url);
        if (wall.matches()) {
            String at = wall.group(3) == null ? "" : "#m" + wall.group(3);
            return Optional.of("/sandbox/vk/" + wall.group(1) + wall.group(2) + at);
        }
        Matcher message = MESSAGE.matcher(url);
        if (message.matches() && message.group(5) != null) {
            // of a comment below a post of the channel: it stands in the group, by its own number there
            return chat(message)
                    .map(c -> "/sandbox/telegram/" + SandboxAccess.DISCUSSION.shortName() + "/" + message.group(5));
        }
        if (message.matches()) {
            String id = message.group(4) == null ? message.group(3) : message.group(4);
            return chat(message).map(c -> "/sandbox/telegram/" + c.shortName() + "/" + id);
        }
        Matcher place = PLACE.matcher(url);
        return place.matches()
                ? SandboxAccess.named(place.group(1).equals("t.me") ? "telegram" : "vk", place.group(2))
                        .map(a -> "/sandbox/" + a.network() + "/" + a.shortName())
                : Optional.empty();
    }

    private static Optional<SandboxAccess> chat(Matcher message) {
        return message.group(1) == null
                ? SandboxAccess.named("telegram", message.group(2))
                : SandboxAccess.ALL.stream()
                        .filter(a -> Long.toString(a.account()).equals("-100" + message.group(1)))
                        .findFirst();
    }
}
