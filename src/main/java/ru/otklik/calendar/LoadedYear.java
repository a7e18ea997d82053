package ru.otklik.calendar;

import java.time.Instant;
import ru.otklik.worktime.CalendarYear;

/** A year that somebody loaded and that counts now. */
record LoadedYear(CalendarYear year, Instant at, String by, String source) {}
