package ru.otklik.learning;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The page of quality.
 *
 * @param weeks a cell for each of {@link #HEADINGS}
 */
public record QualityView(int period, List<Integer> periods, List<List<String>> weeks, List<TopicLine> topics) {

    static final List<String> HEADINGS = List.of(
            "Неделя с",
            "Решений",
            "Тематика",
            "Тематика из трёх",
            "Локация",
            "Важность",
            "Исполнитель",
            "Исполнитель из трёх",
            "Без исправлений",
            "До решения, раб. мин");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    /** @param instead title of the topic that was proposed most often where it was wrong; empty: none */
    public record TopicLine(String title, long decided, String right, String instead) {}

    public List<String> headings() {
        return HEADINGS;
    }

    static List<String> line(QualityRows.Week w) {
        return List.of(
                DAY.format(w.week()),
                Long.toString(w.decided()),
                percent(w.topic()),
                percent(w.topicOfThree()),
                percent(w.place()),
                percent(w.importance()),
                percent(w.authority()),
                percent(w.authorityOfThree()),
                percent(w.unchanged()),
                Long.toString(Math.round(w.waited() / 60)));
    }

    static TopicLine line(QualityRows.Topic t, UnaryOperator<String> title) {
        String instead = t.instead();
        return new TopicLine(
                title.apply(t.code()), t.decided(), percent(t.right()), instead == null ? "" : title.apply(instead));
    }

    private static String percent(@Nullable Double share) {
        return share == null ? "–" : "%.0f %%".formatted(100 * share);
    }
}
