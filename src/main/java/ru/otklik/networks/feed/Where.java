package ru.otklik.networks.feed;

import java.net.IDN;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses: as people write them, and whether they are in the public network. */
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

    static boolean isPublic(InetAddress a) {
        if (a.isAnyLocalAddress()
                || a.isLoopbackAddress()
                || a.isLinkLocalAddress()
                || a.isSiteLocalAddress()
                || a.isMulticastAddress()) {
            return false;
        }
        byte[] b = a.getAddress();
        return a instanceof Inet4Address ? isPublic4(b[0] & 0xff, b[1] & 0xff, b[2] & 0xff) : isPublic6(b);
    }

    private static boolean isPublic4(int a, int b, int c) {
        return !(a == 0
                || a == 10
                || a == 100 && b >= 64 && b < 128 // shared by a provider's customers
                || a == 127
                || a == 192 && b == 0 && c == 0
                || a == 198 && (b == 18 || b == 19)
                || a >= 240);
    }

    /** Of IPv6 only global unicast, and none of its parts that carry an IPv4 address inside. */
    private static boolean isPublic6(byte[] b) {
        int first = (b[0] & 0xff) << 8 | b[1] & 0xff;
        boolean global = (first & 0xe000) == 0x2000;
        boolean sixToFour = first == 0x2002;
        boolean teredo = first == 0x2001 && b[2] == 0 && b[3] == 0;
        return global && !sixToFour && !teredo;
    }
}
