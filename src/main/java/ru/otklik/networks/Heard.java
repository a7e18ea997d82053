package ru.otklik.networks;

import java.util.List;

/** @param cursor where to go on from */
public record Heard(List<Post> posts, String cursor) {}
