/**
 * Was it said before, by whom, and is it said now more than ever: repeats of each message, events of many messages with
 * one answer to all, bursts, and published answers to start from (clauses 19, 25). It hears of a message after it is
 * stored, so that reception waits for nothing, and decides nothing about incidents but by their commands.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "regulation",
            "casework",
            "casebook",
            "detection::repeats",
            "background",
        })
@NullMarked
package ru.otklik.repeats;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
