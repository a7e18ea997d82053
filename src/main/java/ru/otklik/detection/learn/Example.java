package ru.otklik.detection.learn;

import org.jspecify.annotations.Nullable;

/** A message and what people decided about it; null where they said nothing. */
public record Example(
        String text,
        @Nullable String topic,
        @Nullable String group,
        @Nullable String authority,
        @Nullable Boolean toxic) {}
