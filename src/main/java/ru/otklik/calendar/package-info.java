/**
 * The production calendar as the administrator keeps it: the region's files, and over them the years loaded on this
 * installation. A year that is loaded or taken back counts at once here and within seconds on the other nodes; a term
 * that is already written does not move. Warns everywhere before the calendar ends.
 */
@ApplicationModule(allowedDependencies = {"kernel", "worktime", "region", "directory", "directory :: changes", "web"})
@NullMarked
package ru.otklik.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
