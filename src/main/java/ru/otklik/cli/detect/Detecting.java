package ru.otklik.cli.detect;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.WrittenExamples;
import ru.otklik.detection.learn.Example;
import ru.otklik.detection.models.Models;
import ru.otklik.kernel.Outcome;
import ru.otklik.region.Region;

/** The three commands of detection, each with its options already told apart. None needs the database. */
public final class Detecting {

    private static final String TAUGHT = "taught";

    private final Models models;
    private final PrintStream out;
    private final PrintStream err;

    public Detecting(Path home, PrintStream out, PrintStream err) {
        this.models = new Models(home);
        this.out = out;
        this.err = err;
    }

    /** @return whether anything new is in use */
    public Outcome<Boolean> train(Map<String, List<String>> options) {
        Optional<String> add = one(options, "add");
        if (add.filter(a -> !a.equals(TAUGHT)).isPresent()) {
            return Outcome.refused(
                    "usage", "После --add может стоять только taught: то, на чём училась модель в работе.");
        }
        return labelled(options, "file")
                .map(f -> add.isPresent() ? withTaught(f.rows()) : f.rows())
                .then(Corpus::of)
                .then(corpus -> inTurn(
                        corpus,
                        one(options, "from").or(() -> one(options, "file")).orElseThrow()));
    }

    private List<Example> withTaught(List<Example> rows) {
        List<Example> all = rows;
        for (Models.Kind kind : Models.Kind.values()) {
            all = Corpus.joined(all, models.taught(kind));
        }
        return all;
    }

    private Outcome<Boolean> inTurn(Corpus corpus, String source) {
        try {
            return models.inTurn(() -> new Training(models, rules(), Clock.systemUTC(), out, err).run(corpus, source))
                    .map(Outcome::done)
                    .orElseGet(() -> Outcome.refused("busy", "Обучение уже идёт: дождитесь его конца."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Outcome<Boolean> eval(Map<String, List<String>> options) {
        return folds(options)
                .then(folds -> labelled(options, "file")
                        .then(f -> Corpus.of(f.rows()))
                        .then(corpus -> one(options, "test")
                                .map(t -> labelled(options, "test")
                                        .map(test -> new Evaluation(rules(), out, err).onTest(corpus, test.rows())))
                                .orElseGet(
                                        () -> Outcome.done(new Evaluation(rules(), out, err).byFolds(corpus, folds)))));
    }

    public Outcome<Boolean> run(Map<String, List<String>> options) {
        Optional<String> target = one(options, "out");
        if (target.isEmpty()) {
            return Outcome.refused("usage", "Укажите, куда записать: --out ФАЙЛ.csv");
        }
        return labelled(options, "file").then(file -> {
            Region region = one(options, "region").map(Region::named).orElseGet(Region::configured);
            var assessment = FirstAssessment.ofAny(region, models);
            // nobody wrote any insults
            if (!Stream.of(Models.Kind.values()).allMatch(k -> k == Models.Kind.TONE || assessment.tells(k))) {
                begin(new WrittenExamples(region, assessment));
            }
            return new WholeRun(assessment, err).run(file, Path.of(target.get()));
        });
    }

    /** What no model of the past tells is learned from what was written for the rubric: it knows more than the lists of words. */
    private void begin(WrittenExamples examples) {
        int written = examples.read().size();
        if (written > 0) {
            err.println("Не всему есть обученная модель: учусь остальному на примерах региона, их " + written + ".");
            examples.learn("examples");
        }
    }

    private static FirstAssessment rules() {
        return FirstAssessment.of(Region.configured());
    }

    private static Outcome<LabelledFile> labelled(Map<String, List<String>> options, String name) {
        Optional<String> file = one(options, name);
        return file.isEmpty()
                ? Outcome.refused("usage", "Укажите файл: --" + name + " ФАЙЛ")
                : LabelledFile.read(file.get(), options.getOrDefault("map", List.of()))
                        .map(f -> f.with(rules()::titled));
    }

    private static Outcome<Integer> folds(Map<String, List<String>> options) {
        String said = one(options, "folds").orElse("5");
        return said.matches("[2-9]|1\\d|20")
                ? Outcome.done(Integer.parseInt(said))
                : Outcome.refused("usage", "После --folds нужно число от 2 до 20, а не «%s».".formatted(said));
    }

    private static Optional<String> one(Map<String, List<String>> options, String name) {
        return options.getOrDefault(name, List.of()).stream().findFirst();
    }
}
