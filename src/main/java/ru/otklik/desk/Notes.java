package ru.otklik.desk;

import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.otklik.casework.Action;
import ru.otklik.casework.CoExecution;
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
            case SEND_CONTRIBUTION -> ofCentre(s);
            default -> "";
        };
    }

    /** What the centre asked this co-executor for, or wrote when it sent its information back. */
    private String ofCentre(Scene s) {
        boolean back = s.file().parts().stream()
                .anyMatch(p -> s.viewer().isOf(p.authority()) && p.stage() == CoExecution.Stage.SENT_BACK);
        var kind = back ? Fact.ContributionSentBack.class : Fact.ContributionAsked.class;
        return journal.last(
                        s.file().journal(),
                        kind,
                        f -> s.viewer().isOf(f.path("authority").intValue()))
                .map(f -> back ? "Замечания ЦУР: " + text(f, "remark") : text(f, "question"))
                .orElse("");
    }

    private Optional<JsonNode> last(Scene s, Class<? extends Fact> kind) {
        return journal.last(s.file().journal(), kind, f -> true);
    }

    private static String text(JsonNode fact, String field) {
        return fact.path(field).asString("");
    }
}
