/**
 * Authorities, people, competences and who oversees whom. Reads cost nothing: they come from a snapshot in memory that
 * follows every change made here at once, and a change made elsewhere within seconds.
 */
@ApplicationModule(allowedDependencies = {"kernel", "background", "worktime", "region"})
@NullMarked
package ru.otklik.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
