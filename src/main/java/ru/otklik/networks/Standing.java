package ru.otklik.networks;

import org.jspecify.annotations.Nullable;

/**
 * What a look at a posted answer shows.
 *
 * @param text as it stands; null unless it does
 */
public record Standing(Kind kind, @Nullable String text) {

    public enum Kind {
        STANDS,
        GONE,
        /** The program cannot see: a person may. */
        CANNOT_SAY
    }

    public static Standing stands(String text) {
        return new Standing(Kind.STANDS, text);
    }

    public static final Standing GONE = new Standing(Kind.GONE, null);
    public static final Standing CANNOT_SAY = new Standing(Kind.CANNOT_SAY, null);
}
