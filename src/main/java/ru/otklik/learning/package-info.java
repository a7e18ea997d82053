/**
 * What people decided against what the program proposed: each decision is kept beside its proposal, in the transaction
 * that makes it, and the quality of the proposals is shown by week and by topic. The table of competences that the
 * centre keeps is joined with whom people really routed to.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "background",
            "worktime",
            "casework",
            "detection",
            "detection::learn",
            "detection::models",
            "directory",
            "directory::changes",
            "access",
            "region",
            "web"
        })
@NullMarked
package ru.otklik.learning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
