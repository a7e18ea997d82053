package ru.otklik.networks;

import java.time.Instant;
import java.util.List;

/**
 * What is listened to with one cursor: a place, or all places that one bot hears.
 *
 * @param cursor from the {@link Heard} before; empty: from the beginning
 * @param since what was written earlier is not wanted
 * @param most how many posts are wanted at once, about
 */
public record Lane(List<Place> places, String cursor, Access access, Instant since, int most) {}
