package ru.otklik.listening.pages;

import ru.otklik.listening.Watched;

/** A source in words; a time that never was is empty. */
public record SourceLine(
        Watched watched, String network, String state, String heardAt, String failedAt, String nextAt, String since) {}
