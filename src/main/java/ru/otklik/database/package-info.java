/**
 * A PostgreSQL to stand on: its own, kept in the home directory and started and stopped with the product, or an
 * external one by address. Whatever ended the last run, the next one comes up by itself; what a person must put right
 * is said in one sentence ({@link ru.otklik.database.StartRefused}).
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package ru.otklik.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
