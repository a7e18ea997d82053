package ru.otklik.networks;

/**
 * What is answered.
 *
 * @param thread empty where a network has none
 * @param message external id
 */
public record Address(String thread, String message) {}
