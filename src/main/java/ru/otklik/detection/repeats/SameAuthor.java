package ru.otklik.detection.repeats;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The same author on the same matter (rule 19). */
public final class SameAuthor {

    /** @param reason in Russian, for the person who decides */
    public record Repeat(Telling earlier, double share, String reason) {}

    private static final double COPY = 0.7;
    private static final double ALIKE = 0.35;
    private static final double SURE = 0.95;
    private static final double LIKELY = 0.8;
    private static final double POSSIBLE = 0.6;

    private SameAuthor() {}

    /** Earlier messages that may be on the same matter, the likeliest first, of equals the newest. */
    public static List<Repeat> among(List<Telling> earlier, Telling now, Duration within) {
        return earlier.stream()
                .filter(e -> e.id() != now.id() && sameAuthor(e, now))
                .filter(e -> !e.at().isAfter(now.at())
                        && Duration.between(e.at(), now.at()).compareTo(within) <= 0)
                .flatMap(e -> repeat(e, now).stream())
                .sorted(Comparator.comparingDouble((Repeat r) -> -r.share())
                        .thenComparing(r -> r.earlier().at(), Comparator.reverseOrder()))
                .toList();
    }

    private static boolean sameAuthor(Telling a, Telling b) {
        return a.author().isPresent() && a.author().equals(b.author());
    }

    private static Optional<Repeat> repeat(Telling earlier, Telling now) {
        double similarity = earlier.similarity(now);
        if (similarity >= COPY) {
            return Optional.of(new Repeat(earlier, SURE, "тот же автор, почти тот же текст"));
        }
        boolean topic = earlier.topic().isPresent() && earlier.topic().equals(now.topic());
        if (!earlier.mayBeWhere(now)) {
            return Optional.empty();
        }
        boolean place = earlier.place().isPresent() && now.place().isPresent();
        if (topic && place) {
            return Optional.of(new Repeat(earlier, LIKELY, "тот же автор, та же тема, то же место"));
        }
        if (topic || similarity >= ALIKE) {
            return Optional.of(new Repeat(
                    earlier,
                    POSSIBLE,
                    topic ? "тот же автор, та же тема; место не указано" : "тот же автор, похожий текст"));
        }
        return Optional.empty();
    }
}
