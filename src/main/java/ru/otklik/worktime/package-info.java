/**
 * When is it due, and why: the production calendar, an authority's hours, terms of the decree; pure.
 *
 * <p>Configuration that makes no sense is refused with an {@link java.lang.IllegalArgumentException} whose message is a
 * sentence in Russian for the person who wrote it. A date outside the calendar is {@link
 * ru.otklik.worktime.OutsideCalendar}, never a guess.
 */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package ru.otklik.worktime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
