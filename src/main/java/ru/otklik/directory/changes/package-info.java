/** Who changed what of the directory, and when: it only grows, the database refuses anything else. */
@NamedInterface("changes")
@NullMarked
package ru.otklik.directory.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
