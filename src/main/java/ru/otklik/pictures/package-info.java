/**
 * Pictures: those that are published with an answer, cleaned of everything but the picture and called by the hash of what
 * is left, and those that citizens sent, fetched later than the text, which waits for none.
 */
@ApplicationModule(allowedDependencies = {"kernel", "casework", "networks", "networks :: http", "background"})
@NullMarked
package ru.otklik.pictures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
