package ru.otklik.networks;

import java.util.List;

/**
 * What a link leads to.
 *
 * @param can what will be done there with this access, each a short Russian sentence
 * @param missing what will not, and which right or step is missing, each a short Russian sentence
 */
public record Found(Place place, List<String> can, List<String> missing) {}
