package ru.otklik.regulation;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Категория важности (clause 9.1); the last is the общественно значимое of clause 25. */
public enum Importance {
    ORDINARY("обычная"),
    ELEVATED("повышенная"),
    SIGNIFICANT("общественно значимая");

    private final String title;

    Importance(String title) {
        this.title = title;
    }

    /** By its name or its title, in capitals or not. */
    public static Optional<Importance> named(@Nullable String said) {
        return Stream.of(values())
                .filter(i -> i.name().equalsIgnoreCase(said) || i.title.equalsIgnoreCase(said))
                .findFirst();
    }

    public String title() {
        return title;
    }
}
