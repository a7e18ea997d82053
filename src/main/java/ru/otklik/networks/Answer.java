package ru.otklik.networks;

import java.util.List;

/**
 * What is posted in public.
 *
 * @param text stands there as it is, byte for byte
 * @param key of our own, the same for each attempt at the same answer
 */
public record Answer(String text, List<Picture> pictures, String key) {

    /** @param mediaType as its content says */
    public record Picture(String name, String mediaType, byte[] content) {}

    public static Answer of(String text, String key) {
        return new Answer(text, List.of(), key);
    }
}
