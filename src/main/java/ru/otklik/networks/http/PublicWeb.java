package ru.otklik.networks.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** What is in the public network: a stranger's link must not make this server call what only it can reach. */
public final class PublicWeb {

    private PublicWeb() {}

    /** All its addresses. The client asks for the name once more right after; Java keeps the answer in the meantime. */
    public static boolean holds(String host) throws UnknownHostException {
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (!isPublic(address)) {
                return false;
            }
        }
        return true;
    }

    public static boolean isPublic(InetAddress a) {
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
