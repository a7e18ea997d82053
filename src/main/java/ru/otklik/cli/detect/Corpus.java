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
import ru.otklik.detection.learn.Spotter;
import ru.otklik.kernel.Outcome;

/** What can be learned from a file, checked. */
record Corpus(List<Example> topics, List<Example> tone, List<Example> response) {

    private static final int LEAST = 10;
    private static final int PARTS = 5;
    private static final long SEED = 7;

    static Outcome<Corpus> of(List<Example> rows) {
        List<Example> topics = only(rows, e -> e.topic() != null);
        List<Example> tone = spotted(rows, Spotter.Sense.TONE);
        List<Example> said = spotted(rows, Spotter.Sense.RESPONSE);
        // a history of what was routed has no remarks: that says nothing against its topics
        boolean beside = answers(said, Spotter.Sense.RESPONSE) == 1 && !(topics.isEmpty() && tone.isEmpty());
        List<Example> response = beside ? List.of() : said;
        if (topics.isEmpty() && tone.isEmpty() && response.isEmpty()) {
            return Outcome.refused(
                    "nothing",
                    "Учиться не на чем: укажите столбец с темами (topic=…), с оценкой тона (toxic=…) или с тем, нужен ли ответ (needs_response=…).");
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
        return checked(tone, Spotter.Sense.TONE, "У всех сообщений одна и та же оценка тона: учиться различать нечего.")
                .then(t -> checked(
                        response,
                        Spotter.Sense.RESPONSE,
                        "Про все сообщения сказано одно и то же о том, нужен ли ответ: учиться различать нечего."))
                .map(r -> new Corpus(topics, tone, r));
    }

    private static Outcome<List<Example>> checked(List<Example> of, Spotter.Sense sense, String one) {
        if (answers(of, sense) == 1) {
            return Outcome.refused("one-answer", one);
        }
        return of.isEmpty() || of.size() >= LEAST
                ? Outcome.done(of)
                : Outcome.refused(
                        "few", "Сообщений с оценкой только %d, нужно хотя бы %d.".formatted(of.size(), LEAST));
    }

    private static long answers(List<Example> of, Spotter.Sense sense) {
        return of.stream().map(sense::of).distinct().count();
    }

    List<Example> of(Spotter.Sense sense) {
        return sense == Spotter.Sense.TONE ? tone : response;
    }

    private static List<Example> spotted(List<Example> rows, Spotter.Sense sense) {
        return only(rows, e -> sense.of(e) != null);
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
                .map(e -> new Example(
                        e.text(), as(written, e.topic()), e.group(), as(written, e.authority()), e.toxic(), e.asks()))
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
