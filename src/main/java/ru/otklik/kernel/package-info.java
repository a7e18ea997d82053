/** A few tiny types that every module speaks with. Depends on {@code java..} alone. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package ru.otklik.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
