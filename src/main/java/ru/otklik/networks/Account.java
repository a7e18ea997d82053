package ru.otklik.networks;

/**
 * Who a token belongs to, as the network says.
 *
 * @param id the network's own id, equal to {@link Post#authorId} of what it writes
 * @param answers the token may post answers
 */
public record Account(String id, String name, String url, boolean answers) {}
