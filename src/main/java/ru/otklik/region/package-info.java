/**
 * What a region brings as files: its clock, calendar and regulation. The only place where these files are read; a wrong
 * file is {@link ru.otklik.region.BadRegionFile} with the file, the line and the reason.
 */
@ApplicationModule(allowedDependencies = {"kernel", "worktime", "regulation"})
@NullMarked
package ru.otklik.region;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
