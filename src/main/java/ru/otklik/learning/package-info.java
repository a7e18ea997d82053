/**
 * What people decided against what the program proposed: each decision is kept beside its proposal, in the transaction
 * that makes it, and the quality of the proposals is shown by week and by topic.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "worktime",
            "casework",
            "detection",
            "detection::models",
            "directory",
            "region",
            "web",
            "background"
        })
@NullMarked
package ru.otklik.learning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
