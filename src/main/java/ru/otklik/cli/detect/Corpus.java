package ru.otklik.cli.detect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.otklik.detection.learn.Example;
import ru.otklik.kernel.Outcome;

/** What can be learned from a file, checked. */
record Corpus(List<Example> topics, List<Example> tone) {

    private static final int LEAST = 10;
    private static final int PARTS = 5;
    private static final long SEED = 7;

    static Outcome<Corpus> of(List<Example> rows) {
        List<Example> topics = only(rows, e -> e.topic() != null);
        List<Example> tone = only(rows, e -> e.toxic() != null);
        if (topics.isEmpty() && tone.isEmpty()) {
            return Outcome.refused(
                    "nothing", "Учиться не на чем: укажите столбец с темами (topic=…) или с оценкой (toxic=…).");
        }
        if (!topics.isEmpty()) {
            if (topics.stream().map(Example::topic).distinct().count() < 2) {
                return Outcome.refused("one-topic", "В файле только одна тема: учиться различать нечего.");
            }
            if (topics.size() < LEAST) {
                return Outcome.refused(
                        "few", "Сообщений с темой только %d, нужно хотя бы %d.".formatted(topics.size(), LEAST));
            }
        }
        if (!tone.isEmpty()) {
            if (tone.stream().map(Example::toxic).distinct().count() < 2) {
                return Outcome.refused(
                        "one-tone", "В столбце с оценкой одно и то же значение: учиться различать нечего.");
            }
            if (tone.size() < LEAST) {
                return Outcome.refused(
                        "few", "Сообщений с оценкой только %d, нужно хотя бы %d.".formatted(tone.size(), LEAST));
            }
        }
        return Outcome.done(new Corpus(topics, tone));
    }

    /** Messages and those learned from before; what is said anew of the same text counts, and how its labels are written. */
    static List<Example> joined(List<Example> rows, List<Example> before) {
        Set<String> texts = rows.stream().map(Example::text).collect(Collectors.toSet());
        Map<String, String> written = new HashMap<>();
        rows.stream()
                .flatMap(e -> Stream.of(e.topic(), e.authority()))
                .filter(Objects::nonNull)
                .forEach(label -> written.put(label.toLowerCase(Locale.ROOT), label));
        List<Example> all = new ArrayList<>(rows);
        before.stream()
                .filter(e -> !texts.contains(e.text()))
                .map(e ->
                        new Example(e.text(), as(written, e.topic()), e.group(), as(written, e.authority()), e.toxic()))
                .forEach(all::add);
        return all;
    }

    private static @Nullable String as(Map<String, String> written, @Nullable String label) {
        return label == null ? null : written.getOrDefault(label.toLowerCase(Locale.ROOT), label);
    }

    private static List<Example> only(List<Example> rows, Predicate<Example> which) {
        return rows.stream().filter(e -> !e.text().isBlank()).filter(which).toList();
    }

    /** A message is held back by what it says, so that it is held back in every training. */
    static boolean isHeld(Example e) {
        return Integer.remainderUnsigned(e.text().hashCode() * 0x9E3779B1 >>> 8, PARTS) == 0;
    }

    /** In a chance order that is the same each time. */
    static List<Example> shuffled(List<Example> examples) {
        List<Example> all = new ArrayList<>(examples);
        Collections.shuffle(all, new Random(SEED));
        return all;
    }

    /** The messages of one fold, or all the others. */
    static List<Example> part(List<Example> examples, int folds, int fold, boolean own) {
        List<Example> part = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            if ((i % folds == fold) == own) {
                part.add(examples.get(i));
            }
        }
        return part;
    }
}
