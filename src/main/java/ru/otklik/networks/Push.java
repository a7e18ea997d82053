package ru.otklik.networks;

import java.util.List;
import java.util.Map;

/**
 * A call that a network makes to us.
 *
 * @param headers by lower-case name
 * @param secrets of this hook, by name: what the network proves itself with
 */
public record Push(Map<String, String> headers, byte[] body, Map<String, String> secrets) {

    /** What the network must send back to be believed. */
    public static final String SECRET = "secret";
    /** What we answer when the network asks whether the address is ours (VK). */
    public static final String CONFIRMATION = "confirmation";

    /**
     * What it said, and what to answer.
     *
     * @param status of HTTP; 200 when taken
     */
    public record Taken(int status, String reply, List<Post> posts, List<Address> gone) {

        public static Taken refused(int status, String reply) {
            return new Taken(status, reply, List.of(), List.of());
        }
    }
}
