package ru.otklik.calendar;

import org.jspecify.annotations.Nullable;

/**
 * A year of the calendar as it is shown.
 *
 * @param by who loaded it; null: it is as the region's files say
 * @param at in the region's time
 * @param builtIn the files know the year too, so taking it back brings theirs
 */
public record YearLine(
        int year, YearChange.Days days, @Nullable String by, String at, String source, boolean builtIn) {}
