/** Work that goes on beside the requests: threads that look for something to do, and which node of several this is. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package ru.otklik.background;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
