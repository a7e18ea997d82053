/**
 * REST, version 1: what a person can do on the pages, a program can do here, by the same rules and with the same
 * sentences. A «no» is a problem document (RFC 9457) with a stable {@code code}.
 */
@ApplicationModule
@NullMarked
package ru.otklik.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
