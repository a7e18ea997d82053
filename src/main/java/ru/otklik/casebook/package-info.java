/**
 * The only writer of incidents, their terms and their journal in SQL: load, decide, save in one transaction. The read
 * side beside it answers queues and the page of one incident.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "worktime", "regulation", "casework", "directory", "region", "calendar"})
@NullMarked
package ru.otklik.casebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
