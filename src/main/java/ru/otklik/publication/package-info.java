/** The outbox: an answer is a row first and a call second, and stands in the network once whatever crashes in between. */
@ApplicationModule(allowedDependencies = {"kernel", "casework", "networks", "background", "directory", "pictures"})
@NullMarked
package ru.otklik.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
