package ru.otklik.desk;

import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.otklik.casework.Action;
import ru.otklik.casework.Fact;
import ru.otklik.casework.Incident;
import ru.otklik.desk.Forms.Scene;
import tools.jackson.databind.JsonNode;

/** What others wrote that one has to read before one fills in a form. */
@Component
class Notes {

    private final JournalLines journal;
    private final Titles titles;

    Notes(JournalLines journal, Titles titles) {
        this.journal = journal;
        this.titles = titles;
    }

    String of(Action action, Scene s) {
        return switch (action) {
            case ROUTE ->
                s.incident().head().returns() > 0
                        ? last(s, Fact.Returned.class)
                                .map(f -> "Вернул %s: %s"
                                        .formatted(
                                                titles.authority(
                                                        f.path("authority").intValue()),
                                                text(f, "reason")))
                                .orElse("")
                        : "";
            case SAVE_DRAFT ->
                s.incident() instanceof Incident.InWork w && w.work().remarked()
                        ? last(s, Fact.Remarked.class)
                                .map(f -> "Замечания к версии № %s: %s".formatted(text(f, "draft"), text(f, "remarks")))
                                .orElse("")
                        : "";
            default -> "";
        };
    }

    private Optional<JsonNode> last(Scene s, Class<? extends Fact> kind) {
        return journal.last(s.file().journal(), kind);
    }

    private static String text(JsonNode fact, String field) {
        return fact.path(field).asString("");
    }
}
