package ru.otklik.cli.detect;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.learn.Assessor;
import ru.otklik.detection.learn.Example;
import ru.otklik.detection.learn.Spotter;

/** How good what would be learned from a file is: on another file, or on each part of it by a model of the others. */
final class Evaluation {

    private final FirstAssessment rules;
    private final PrintStream out;
    private final Progress progress;

    Evaluation(FirstAssessment rules, PrintStream out, PrintStream err) {
        this.rules = rules;
        this.out = out;
        this.progress = new Progress(err);
    }

    boolean byFolds(Corpus corpus, int folds) {
        Trial trial = new Trial(rules);
        List<Example> topics = Parts.shuffled(corpus.topics());
        Map<Spotter.Sense, List<Example>> spotted = new EnumMap<>(Spotter.Sense.class);
        for (Spotter.Sense sense : Spotter.Sense.values()) {
            spotted.put(sense, Parts.shuffled(corpus.of(sense)));
        }
        for (int fold = 0; fold < folds; fold++) {
            progress.say("часть %d из %d".formatted(fold + 1, folds));
            if (!topics.isEmpty()) {
                trial.ask(
                        Assessor.learn(Parts.part(topics, folds, fold, false), rules::signs, progress::say),
                        Parts.part(topics, folds, fold, true));
            }
            int held = fold;
            spotted.forEach((sense, all) ->
                    ask(trial, sense, Parts.part(all, folds, held, false), Parts.part(all, folds, held, true)));
        }
        return report(trial);
    }

    boolean onTest(Corpus corpus, List<Example> test) {
        Trial trial = new Trial(rules);
        if (!corpus.topics().isEmpty()) {
            trial.ask(Assessor.learn(corpus.topics(), rules::signs, progress::say), test);
        }
        for (Spotter.Sense sense : Spotter.Sense.values()) {
            ask(trial, sense, corpus.of(sense), test);
        }
        return report(trial);
    }

    private void ask(Trial trial, Spotter.Sense sense, List<Example> learned, List<Example> asked) {
        if (!learned.isEmpty()) {
            trial.ask(sense, Spotter.learn(sense, learned, text -> rules.signs(sense, text), progress::say), asked);
        }
    }

    private boolean report(Trial trial) {
        report("Темы", trial.topics);
        report("Органы власти", trial.authorities);
        trial.spotted.forEach((sense, tally) -> report(sense.title(), tally));
        return true;
    }

    private void report(String what, Tally tally) {
        if (tally.count() > 0) {
            out.println(what + ":");
            tally.print(out);
            out.println(what + ": " + Tally.line(tally.figures()));
            out.println();
        }
    }
}
