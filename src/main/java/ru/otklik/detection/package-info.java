/**
 * The first look at a message: screen, topic, place, importance and authority, each a proposal with its reasons that a
 * person confirms (clauses 9.1, 22). Rules and lists of words are data of the region, not code.
 */
@ApplicationModule(allowedDependencies = {"kernel", "regulation", "casework", "region"})
@NullMarked
package ru.otklik.detection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
