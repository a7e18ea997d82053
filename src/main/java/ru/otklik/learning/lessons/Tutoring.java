package ru.otklik.learning.lessons;

import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.models.Models;
import ru.otklik.directory.Person;
import ru.otklik.directory.changes.Change;
import ru.otklik.directory.changes.Changes;
import ru.otklik.kernel.Outcome;

/** What a person orders of the models; each order is on record. */
@Component
class Tutoring {

    private final Models models;
    private final Lessons lessons;
    private final FirstAssessment detection;
    private final Changes changes;

    Tutoring(Models models, Lessons lessons, FirstAssessment detection, Changes changes) {
        this.models = models;
        this.lessons = lessons;
        this.detection = detection;
        this.changes = changes;
    }

    /** @param end called when the lesson has ended */
    Outcome<String> lesson(Person by, Runnable end) {
        String fresh = Integer.toString(lessons.freshDecisions());
        if (!lessons.start(end)) {
            return Outcome.refused("lesson-goes-on", "Обучение уже идёт: дождитесь его конца.");
        }
        changes.write(
                by,
                new Changes.Act(Change.Subject.MODEL, 0, "новая", "обучение начато"),
                Map.of(),
                Map.of("решений после последнего обучения", fresh));
        return Outcome.done("");
    }

    Outcome<String> use(Models.Kind kind, String version, Person by) throws IOException {
        String before = models.inUse(kind).orElse("");
        if (!models.use(kind, version)) {
            return Outcome.refused(
                    "no-model", "Такой модели уже нет: хранятся пять последних. Выберите другую из таблицы.");
        }
        detection.refresh();
        lessons.forgetOutcome();
        changes.write(
                by,
                new Changes.Act(Change.Subject.MODEL, kind.ordinal(), version, "возвращена в работу"),
                Map.of("в работе", before),
                Map.of("в работе", version));
        return Outcome.done("Теперь в работе " + version + ".");
    }
}
