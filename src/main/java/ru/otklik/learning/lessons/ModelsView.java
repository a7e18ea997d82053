package ru.otklik.learning.lessons;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ru.otklik.detection.models.Comparison;
import ru.otklik.detection.models.Models;

/**
 * The page of models.
 *
 * @param may whether the reader may change anything
 * @param fresh decisions since the last attempt
 */
public record ModelsView(List<KindView> kinds, Optional<Lesson> lesson, int fresh, boolean may) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);

    /**
     * @param inUse the version in use; empty: the rules alone
     * @param broken it cannot be read, so the rules do without it
     */
    public record KindView(Models.Kind kind, String title, String inUse, boolean broken, List<Attempt> attempts) {}

    /** @param usable whether one can go back to it */
    public record Attempt(Comparison told, String at, boolean inUse, boolean usable) {

        public String before() {
            return told.before().isEmpty() ? "правила" : told.before();
        }

        public String outcome() {
            if (inUse) {
                return "в работе";
            }
            return told.taken() ? "заменена" : "хуже, не взята";
        }
    }

    static KindView kind(Models models, Models.Kind kind, String title, ZoneId zone) {
        String inUse = models.inUse(kind).orElse("");
        List<String> usable = models.versions(kind);
        return new KindView(
                kind,
                title,
                inUse,
                models.isBroken(kind),
                models.comparisons(kind).stream()
                        .map(c -> new Attempt(
                                c,
                                TIME.format(c.at().atZone(zone)),
                                c.version().equals(inUse),
                                usable.contains(c.version()) && !c.version().equals(inUse)))
                        .toList());
    }

    public static String percent(double share) {
        return String.format(Locale.forLanguageTag("ru"), "%.1f\u00a0%%", 100 * share);
    }
}
