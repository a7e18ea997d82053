package ru.otklik.sandbox.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/** Who calls a network of the demo: programs of this machine may do what a stranger may not. */
public final class Caller {

    private static final int A_SECOND = 30;

    private static long second;
    private static int calls;

    private Caller() {}

    /** Not a stranger behind a proxy of this machine either. */
    public static boolean isLocal(HttpServletRequest request) {
        return request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && isLocal(request.getRemoteAddr());
    }

    public static boolean isLocal(String host) {
        try {
            return host.matches("localhost|[0-9.]+|\\[?[0-9a-fA-F:]+]?")
                    && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Strangers together have a pace; this machine has none. */
    public static synchronized boolean isTooFast(HttpServletRequest request, Instant now) {
        if (isLocal(request)) {
            return false;
        }
        if (now.getEpochSecond() != second) {
            second = now.getEpochSecond();
            calls = 0;
        }
        return ++calls > A_SECOND;
    }
}
