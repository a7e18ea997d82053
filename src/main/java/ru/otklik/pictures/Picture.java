package ru.otklik.pictures;

/**
 * A picture that is kept.
 *
 * @param hash SHA-256 of its content, in hexadecimal
 * @param type media type, as its content says
 * @param size bytes
 */
public record Picture(String hash, String type, int width, int height, int size) {}
