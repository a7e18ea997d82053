package ru.otklik.cli.detect;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Objects;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.learn.Assessor;
import ru.otklik.detection.learn.ModelFile;
import ru.otklik.detection.learn.Spotter;
import ru.otklik.detection.models.Models;

/** Learns everything anew that the messages teach. */
final class Training {

    private final Models models;
    private final FirstAssessment rules;
    private final Contest contest;
    private final Progress progress;

    /** @param rules what works without a model */
    Training(Models models, FirstAssessment rules, Clock clock, PrintStream out, PrintStream err) {
        this.models = models;
        this.rules = rules;
        contest = new Contest(models, rules, clock, out);
        progress = new Progress(err);
    }

    /**
     * @param source what is learned from, in words
     * @return whether anything new is in use
     */
    boolean run(Corpus corpus, String source) throws IOException {
        boolean topics = contest.learned(
                corpus.topics(),
                source,
                new Contest.Lesson<>(
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
            spotted |= contest.learned(
                    corpus.of(sense),
                    source,
                    new Contest.Lesson<>(
                            Models.Kind.of(sense),
                            e -> Objects.requireNonNull(sense.of(e)),
                            all -> Spotter.learn(sense, all, text -> rules.signs(sense, text), progress::say),
                            () -> models.spotterTwin(sense),
                            (trial, model, held) -> trial.ask(sense, model, held),
                            ModelFile::write,
                            m -> ""));
        }
        return topics || spotted;
    }
}
