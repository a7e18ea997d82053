/** The commands behind {@code ./otklik}. Nothing depends on it. */
@ApplicationModule
@NullMarked
package ru.otklik.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
