package ru.otklik.networks;

/**
 * Where a post stands; unique in its network.
 *
 * @param thread the discussion: the post of a wall that is commented on, a topic, a chat; empty where a network has none
 * @param message external id of the post itself
 */
public record Address(String thread, String message) {}
