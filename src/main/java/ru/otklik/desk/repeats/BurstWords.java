package ru.otklik.desk.repeats;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.otklik.desk.Titles;
import ru.otklik.repeats.Bursts.Noticed;

/** A burst in words and as columns. */
@Component
class BurstWords {

    private static final int SHOWN = 48;
    private static final int SPOKEN = 7;

    private final Titles titles;

    BurstWords(Titles titles) {
        this.titles = titles;
    }

    String subject(Noticed b) {
        return titles.topic(b.topic()) + ", " + titles.place(b.place());
    }

    String now(Noticed b) {
        return "%d за %s, обычно %s".formatted(b.count(), b.hourly() ? "час" : "сутки", usual(b.usual()));
    }

    Graph graph(Noticed b) {
        List<Integer> counts = b.series()
                .subList(Math.max(0, b.series().size() - SHOWN), b.series().size());
        Duration window = b.hourly() ? Duration.ofHours(1) : Duration.ofDays(1);
        var names = new ArrayList<String>();
        for (int i = counts.size(); i > 0; i--) {
            Instant from = b.last().minus(window.multipliedBy(i));
            names.add((b.hourly() ? "час" : "сутки") + " с " + titles.moment(from));
        }
        String spoken = counts.subList(Math.max(0, counts.size() - SPOKEN), counts.size()).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return Graph.of(
                counts,
                names,
                "Сообщений за каждый %s, последние значения: %s. %s."
                        .formatted(b.hourly() ? "час" : "день", spoken, now(b)),
                true);
    }

    private static String usual(double usual) {
        return usual < 0.1 ? "почти ни одного" : String.format(Locale.forLanguageTag("ru"), "%.1f", usual);
    }
}
