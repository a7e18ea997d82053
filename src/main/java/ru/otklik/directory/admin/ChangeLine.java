package ru.otklik.directory.admin;

import ru.otklik.directory.changes.Change;

/** @param at in the region's time */
public record ChangeLine(String at, Change change) {}
