package ru.otklik.detection.learn;

import org.jspecify.annotations.Nullable;
import ru.otklik.regulation.Importance;

/**
 * A message and what people decided about it; null where they said nothing.
 *
 * @param toxic whether it is obscene, insulting or threatening
 * @param asks whether it waits for an answer
 */
public record Example(
        String text,
        @Nullable String topic,
        @Nullable String group,
        @Nullable String authority,
        @Nullable Boolean toxic,
        @Nullable Boolean asks,
        @Nullable Importance importance) {

    public Example(
            String text,
            @Nullable String topic,
            @Nullable String group,
            @Nullable String authority,
            @Nullable Boolean toxic) {
        this(text, topic, group, authority, toxic, null, null);
    }

    /** The same by another name of its topic and of its authority. */
    public Example named(@Nullable String topic, @Nullable String authority) {
        return new Example(text, topic, group, authority, toxic, asks, importance);
    }
}
