/** The heart: the incident, its states, the facts of its life and the rules; pure. */
@ApplicationModule(allowedDependencies = {"kernel", "worktime", "regulation"})
@NullMarked
package ru.otklik.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
