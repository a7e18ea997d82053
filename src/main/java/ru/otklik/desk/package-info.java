/**
 * The desk of everybody who works on incidents: the queue of what burns, the page of one incident, and exactly the
 * actions that are open to this person now. Decides nothing: builds commands and shows what came of them.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "worktime",
            "regulation",
            "casework",
            "casebook",
            "directory",
            "detection",
            "access",
            "web",
            "region",
            "networks",
            "listening",
            "publication",
            "pictures",
            "repeats",
            "detection::repeats",
            "background"
        })
@NullMarked
package ru.otklik.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
