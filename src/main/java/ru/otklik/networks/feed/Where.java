package ru.otklik.networks.feed;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as people write them. */
final class Where {

    private static final int LONGEST = 1_000;
    private static final Pattern LINK = Pattern.compile(
            "(https?)://([^/?#@\\s\\[\\]:]+)(:\\d{1,5})?([/?][^\\s#]*)?(?:#\\S*)?", Pattern.CASE_INSENSITIVE);

    private Where() {}

    /** Only HTTP, without a name and a password; a Cyrillic host and path in their ASCII form, so one place has one id. */
    static Optional<URI> of(String link) {
        Matcher m = LINK.matcher(link.strip());
        if (link.length() > LONGEST || !m.matches()) {
            return Optional.empty();
        }
        try {
            String host = IDN.toASCII(m.group(2)).toLowerCase(Locale.ROOT);
            String port = m.group(3) == null ? "" : m.group(3);
            String path = m.group(4) == null ? "/" : m.group(4);
            var uri = URI.create(m.group(1).toLowerCase(Locale.ROOT) + "://" + host + port + path);
            return uri.getHost() == null ? Optional.empty() : Optional.of(URI.create(uri.toASCIIString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
