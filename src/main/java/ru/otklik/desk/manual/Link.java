package ru.otklik.desk.manual;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link to a message: in which network it stands, and by what it is known when it is brought again.
 *
 * @param key the same however one writes the scheme and the host
 */
record Link(String address, String network, String key) {

    private static final Pattern WEB =
            Pattern.compile("(?i)https?://(?:www\\.|m\\.)?([^\\s/?#:@]+\\.[^\\s/?#:@.]+)(:\\d{1,5})?([/?#]\\S*)?");
    private static final int LONGEST = 2_000;
    private static final int LONGEST_KEY = 300;

    /** The hosts of one network under its first host. */
    private static final Map<String, String> HOSTS = Map.of(
            "vk.ru", "vk.com",
            "vkontakte.ru", "vk.com",
            "odnoklassniki.ru", "ok.ru",
            "telegram.me", "t.me",
            "web.max.ru", "max.ru");

    private static final Map<String, String> NETWORKS =
            Map.of("vk.com", "vk", "ok.ru", "ok", "t.me", "telegram", "max.ru", "max");

    /** Empty: not a link of the web. */
    static Optional<Link> of(String address) {
        Matcher web = WEB.matcher(address);
        if (address.length() > LONGEST || address.indexOf('\0') >= 0 || !web.matches()) {
            return Optional.empty();
        }
        String said = web.group(1).toLowerCase(Locale.ROOT);
        String host = HOSTS.getOrDefault(said, said);
        String port = web.group(2) == null ? "" : web.group(2);
        String rest = web.group(3) == null ? "" : web.group(3).replaceFirst("/+$", "");
        return Optional.of(new Link(address, NETWORKS.getOrDefault(host, "site"), key(host + port + rest)));
    }

    private static String key(String link) {
        if (link.length() <= LONGEST_KEY) {
            return link;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(link.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
