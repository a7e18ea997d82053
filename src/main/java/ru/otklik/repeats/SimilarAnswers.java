package ru.otklik.repeats;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import ru.otklik.casebook.Visibility;
import ru.otklik.casework.Actor;

/** Published answers nearest to a message, for whoever writes the next one to start from. */
@Service
public class SimilarAnswers {

    private static final int MOST = 5;

    /** @param times so many messages got this text, whomever it greets */
    public record Similar(long incident, String message, String text, Instant at, int times) {}

    private final AnsweredRows rows;
    private final RepeatsWiring.Settings settings;

    SimilarAnswers(AnsweredRows rows, RepeatsWiring.Settings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    /** Of the same topic: words alone lead astray. */
    public List<Similar> list(long incident, String message, @Nullable String topic, Actor viewer) {
        return topic == null ? List.of() : rows.similar(message, topic, incident, Visibility.of(viewer), MOST);
    }

    /** Given so often that it says nothing any more: «отписка». */
    public boolean isWorn(Similar similar) {
        return similar.times() >= settings.worn();
    }

    /** The published answer; empty where there is none, and where the viewer may not see it. */
    public Optional<String> text(long incident, Actor viewer) {
        return rows.text(incident, Visibility.of(viewer));
    }
}
