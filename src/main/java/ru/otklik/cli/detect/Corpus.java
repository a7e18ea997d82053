package ru.otklik.cli.detect;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.otklik.detection.learn.Example;
import ru.otklik.detection.learn.Spotter;
import ru.otklik.kernel.Outcome;

/** What can be learned from a file, checked. */
record Corpus(List<Example> topics, Map<Spotter.Sense, List<Example>> spotted) {

    private static final int LEAST = 10;
    private static final Map<Spotter.Sense, String> ALIKE = Map.of(
            Spotter.Sense.TONE, "У всех сообщений одна и та же оценка тона",
            Spotter.Sense.RESPONSE, "Про все сообщения сказано одно и то же о том, нужен ли ответ",
            Spotter.Sense.IMPORTANCE, "У всех сообщений одна и та же категория важности");

    static Outcome<Corpus> of(List<Example> rows) {
        List<Example> topics = only(rows, e -> e.topic() != null);
        Map<Spotter.Sense, List<Example>> spotted = new EnumMap<>(Spotter.Sense.class);
        for (Spotter.Sense sense : Spotter.Sense.values()) {
            List<Example> said = only(rows, e -> sense.of(e) != null);
            // a history of what was routed has no remarks, and may tell of few the importance: its topics are learned
            boolean beside = sense != Spotter.Sense.TONE
                    && (answers(said, sense) == 1 || said.size() < LEAST)
                    && !(topics.isEmpty() && spotted.isEmpty());
            if (!said.isEmpty() && !beside) {
                spotted.put(sense, said);
            }
        }
        if (topics.isEmpty() && spotted.isEmpty()) {
            return Outcome.refused(
                    "nothing",
                    "Учиться не на чем: укажите столбец с темами (topic=…), с оценкой тона (toxic=…), с тем, нужен ли ответ (needs_response=…), или с категорией важности (importance=…).");
        }
        if (!topics.isEmpty()) {
            if (topics.stream().map(Example::topic).distinct().count() < 2) {
                return Outcome.refused("one-topic", "Тема только одна: учиться различать нечего.");
            }
            if (topics.size() < LEAST) {
                return Outcome.refused(
                        "few", "Сообщений с темой только %d, нужно хотя бы %d.".formatted(topics.size(), LEAST));
            }
        }
        return spotted.entrySet().stream()
                .flatMap(e -> unusable(e.getValue(), e.getKey()).stream())
                .findFirst()
                .orElseGet(() -> Outcome.done(new Corpus(topics, spotted)));
    }

    private static Optional<Outcome<Corpus>> unusable(List<Example> of, Spotter.Sense sense) {
        if (answers(of, sense) == 1) {
            return Optional.of(Outcome.refused("one-answer", ALIKE.get(sense) + ": учиться различать нечего."));
        }
        return of.size() >= LEAST
                ? Optional.empty()
                : Optional.of(Outcome.refused(
                        "few", "Сообщений с оценкой только %d, нужно хотя бы %d.".formatted(of.size(), LEAST)));
    }

    private static long answers(List<Example> of, Spotter.Sense sense) {
        return of.stream().map(sense::of).distinct().count();
    }

    List<Example> of(Spotter.Sense sense) {
        return spotted.getOrDefault(sense, List.of());
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
                .map(e -> e.named(as(written, e.topic()), as(written, e.authority())))
                .forEach(all::add);
        return all;
    }

    private static @Nullable String as(Map<String, String> written, @Nullable String label) {
        return label == null ? null : written.getOrDefault(label.toLowerCase(Locale.ROOT), label);
    }

    private static List<Example> only(List<Example> rows, Predicate<Example> which) {
        return rows.stream().filter(e -> !e.text().isBlank()).filter(which).toList();
    }
}
