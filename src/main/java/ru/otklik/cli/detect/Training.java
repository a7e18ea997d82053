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
import ru.otklik.detection.learn.Assessor;
import ru.otklik.detection.learn.Example;
import ru.otklik.detection.learn.ModelFile;
import ru.otklik.detection.learn.Spotter;
import ru.otklik.detection.models.Comparison;
import ru.otklik.detection.models.Models;

/**
 * Learns anew and puts the model in use unless it is worse than the present one on the held-back messages. What is
 * compared are the twins, which saw none of them; what is put in use has learned from all.
 */
final class Training {

    private final Models models;
    private final FirstAssessment rules;
    private final Clock clock;
    private final PrintStream out;
    private final Progress progress;

    /** @param rules what works without a model */
    Training(Models models, FirstAssessment rules, Clock clock, PrintStream out, PrintStream err) {
        this.models = models;
        this.rules = rules;
        this.clock = clock;
        this.out = out;
        this.progress = new Progress(err);
    }

    private interface Ask<M> {
        void about(Trial trial, M model, List<Example> held);
    }

    private interface Pour<M> {
        void into(M model, OutputStream out) throws IOException;
    }

    /**
     * One kind of model, learned and compared as every other.
     *
     * @param label what it learns to tell: where the messages that are not held back have one alone, all are learned from
     * @param contents what to say of it when it is in use
     */
    private record Lesson<M>(
            Models.Kind kind,
            Function<Example, Object> label,
            Function<List<Example>, M> learn,
            Supplier<Optional<Models.Kept<M>>> twin,
            Ask<M> ask,
            Pour<M> pour,
            Function<M, String> contents) {}

    /**
     * @param source what is learned from, in words
     * @return whether anything new is in use
     */
    boolean run(Corpus corpus, String source) throws IOException {
        boolean topics = learned(
                corpus.topics(),
                source,
                new Lesson<>(
                        Models.Kind.TOPICS,
                        e -> String.valueOf(e.topic()),
                        all -> Assessor.learn(all, rules::signs, progress::say),
                        models::topicsTwin,
                        Trial::ask,
                        ModelFile::write,
                        m -> ", тем %d, органов власти %d"
                                .formatted(m.topics().size(), m.authorities().size())));
        boolean spotted = false;
        for (Spotter.Sense sense : Spotter.Sense.values()) {
            spotted |= learned(
                    corpus.of(sense),
                    source,
                    new Lesson<>(
                            Models.Kind.of(sense),
                            e -> String.valueOf(sense.of(e)),
                            all -> Spotter.learn(sense, all, rules::needSigns, progress::say),
                            () -> models.spotterTwin(sense),
                            (trial, model, held) -> trial.ask(sense, model, held),
                            ModelFile::write,
                            m -> ""));
        }
        return topics || spotted;
    }

    private <M> boolean learned(List<Example> examples, String source, Lesson<M> lesson) throws IOException {
        if (examples.isEmpty()) {
            return false;
        }
        List<Example> seen = examples.stream().filter(e -> !Corpus.isHeld(e)).toList();
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
        List<Example> held = examples.stream().filter(Corpus::isHeld).toList();
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
