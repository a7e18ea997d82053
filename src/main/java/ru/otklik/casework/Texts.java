package ru.otklik.casework;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.otklik.kernel.Outcome;

/** What people type: there, and of a sane length. */
final class Texts {

    /** Characters; far above any network's limit, far below what hurts. */
    static final int LONGEST = 20_000;

    private Texts() {}

    static Outcome<String> required(@Nullable String text, String code, String sentence) {
        if (text == null || text.isBlank()) {
            return Outcome.refused(code, sentence);
        }
        return bounded(text.strip());
    }

    static Outcome<Optional<String>> optional(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Outcome.done(Optional.empty());
        }
        return bounded(text.strip()).map(Optional::of);
    }

    static @Nullable String orNull(Optional<String> text) {
        return text.orElse(null);
    }

    private static Outcome<String> bounded(String text) {
        if (text.length() > LONGEST) {
            return Outcome.refused(
                    "too-long", "Текст длиннее %d знаков (%d). Сократите его.".formatted(LONGEST, text.length()));
        }
        if (text.indexOf('\0') >= 0) {
            return Outcome.refused("bad-text", "В тексте есть недопустимый знак с кодом 0. Удалите его.");
        }
        // PostgreSQL would keep another text than the one that was approved
        return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)
                ? Outcome.refused("bad-text", "В тексте есть половина знака, например обрезанный смайлик. Удалите её.")
                : Outcome.done(text);
    }
}
