/**
 * The decree as data: which terms there are, under which clause, who bears them, what starts and ends
 * them. Knows no numbers of its own; a region writes them down in its regulation file.
 */
@ApplicationModule(allowedDependencies = {"kernel", "worktime"})
@NullMarked
package ru.otklik.regulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
