package ru.otklik.cli.detect;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.learn.Example;
import ru.otklik.detection.models.Comparison;
import ru.otklik.detection.models.Models;

/**
 * A new model is put in use unless it is worse than the present one on the held-back messages. What is compared are the
 * twins, which saw none of them; what is put in use has learned from all.
 */
final class Contest {

    private final Models models;
    private final FirstAssessment rules;
    private final Clock clock;
    private final PrintStream out;

    /** @param rules what works without a model */
    Contest(Models models, FirstAssessment rules, Clock clock, PrintStream out) {
        this.models = models;
        this.rules = rules;
        this.clock = clock;
        this.out = out;
    }

    interface Ask<M> {
        void about(Trial trial, M model, List<Example> held);
    }

    interface Pour<M> {
        void into(M model, OutputStream out) throws IOException;
    }

    /**
     * One kind of model, learned and compared as every other.
     *
     * @param label what it learns to tell: where the messages that are not held back have one alone, all are learned from
     * @param contents what to say of it when it is in use
     */
    record Lesson<M>(
            Models.Kind kind,
            Function<Example, Object> label,
            Function<List<Example>, M> learn,
            Supplier<Optional<Models.Kept<M>>> twin,
            Ask<M> ask,
            Pour<M> pour,
            Function<M, String> contents) {}

    /** @return whether the new one is in use */
    <M> boolean learned(List<Example> examples, String source, Lesson<M> lesson) throws IOException {
        if (examples.isEmpty()) {
            return false;
        }
        List<Example> seen = examples.stream().filter(e -> !Parts.isHeld(e)).toList();
        boolean varied = seen.stream().map(lesson.label()).distinct().count() > 1;
        M twin = lesson.learn().apply(varied ? seen : examples);
        Comparison comparison = compared(twin, examples, source, lesson);
        if (!comparison.taken()) {
            models.keep(comparison);
            out.println("Новая модель хуже: "
                    + (comparison.before().isEmpty() ? "остаются правила" : "остаётся " + comparison.before()) + ".");
            return false;
        }
        M model = lesson.learn().apply(examples);
        models.put(
                lesson.kind(),
                comparison,
                to -> lesson.pour().into(model, to),
                to -> lesson.pour().into(twin, to),
                examples);
        out.println("Новая модель в работе: " + comparison.version()
                + lesson.contents().apply(model) + ".");
        return true;
    }

    private <M> Comparison compared(M twin, List<Example> examples, String source, Lesson<M> lesson) {
        List<Example> held = examples.stream().filter(Parts::isHeld).toList();
        Trial fresh = new Trial(rules);
        lesson.ask().about(fresh, twin, held);
        Trial present = new Trial(rules);
        var former = lesson.twin().get();
        former.ifPresentOrElse(
                f -> lesson.ask().about(present, f.model(), held), () -> present.ask(held, lesson.kind()));
        var comparison = new Comparison(
                models.next(lesson.kind()),
                clock.instant(),
                source,
                examples.size(),
                held.size(),
                former.map(Models.Kept::version).orElse(""),
                fresh.worth() >= present.worth(),
                fresh.beside(present));
        comparison.lines().forEach(line -> {
            out.println(line.what() + ", новая: " + Tally.line(line.fresh()));
            out.println(line.what() + ", " + former.map(Models.Kept::version).orElse("правила") + ": "
                    + Tally.line(line.present()));
        });
        return comparison;
    }
}
