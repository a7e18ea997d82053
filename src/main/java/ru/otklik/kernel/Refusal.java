package ru.otklik.kernel;

/**
 * A rule said no. Not an error: a value that becomes a sentence on the page or a problem document.
 *
 * @param code stable, lower-case, for programs: {@code empty-reason}
 * @param sentence plain Russian for a person: what happened and what to do
 */
public record Refusal(String code, String sentence) {}
