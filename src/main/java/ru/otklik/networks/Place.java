package ru.otklik.networks;

/**
 * One watched place of a network: a community's wall, a channel's discussion, a search, a feed.
 *
 * @param kind what sort of place, in the adapter's own words: {@code wall}, {@code board}, {@code search}, {@code chat}
 * @param id what the network calls it, such that the same place has always the same id
 * @param url for a person
 */
public record Place(String network, String kind, String id, String title, String url) {}
