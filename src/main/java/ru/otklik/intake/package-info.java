/**
 * Messages come in: one by one from a connector, a person or the API, or as a file. What comes in twice is stored once;
 * what cannot be stored is refused with a sentence.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "worktime",
            "regulation",
            "casework",
            "detection",
            "listening",
            "region",
            "access",
            "web"
        })
@NullMarked
package ru.otklik.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
