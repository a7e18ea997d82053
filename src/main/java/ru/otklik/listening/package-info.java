/**
 * Hears every network from where it stopped, and hands each post on once; the place and the posts are kept in one
 * transaction. A post that cannot be stored is put aside, with its error, and waits for a person.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "casework", "networks", "background", "access", "region", "worktime", "web"})
@NullMarked
package ru.otklik.listening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
