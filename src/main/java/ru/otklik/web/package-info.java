/** The shell of the pages: layout, error pages, the clock, the greeting at start. Knows no word of the domain. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package ru.otklik.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
