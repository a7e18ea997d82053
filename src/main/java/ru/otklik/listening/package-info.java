/** Hears every network from where it stopped, and hands each post on once; the place and the posts are kept in one transaction. */
@ApplicationModule(allowedDependencies = {"kernel", "casework", "networks"})
@NullMarked
package ru.otklik.listening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
