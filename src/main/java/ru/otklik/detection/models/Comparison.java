package ru.otklik.detection.models;

import java.time.Instant;
import java.util.List;

/**
 * How a new model did beside what was in use, on the same held-back messages, which neither had learned from.
 *
 * @param version of the new one
 * @param source what it was learned from, in words
 * @param messages how many it was learned from
 * @param held how many of them were held back for the comparison
 * @param before the version that was in use; empty: the rules alone
 * @param taken whether the new one was put in use: it was not worse
 */
public record Comparison(
        String version,
        Instant at,
        String source,
        int messages,
        int held,
        String before,
        boolean taken,
        List<Line> lines) {

    /** @param present of what was in use */
    public record Line(String what, Figures fresh, Figures present) {}

    /** Shares from 0 to 1. */
    public record Figures(
            int count,
            double accuracy,
            double amongThree,
            double weightedF1,
            double macroF1,
            double calibrationError) {}
}
