package ru.otklik.cli.detect;

import java.util.List;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.WrittenExamples;
import ru.otklik.detection.learn.Assessor;
import ru.otklik.detection.learn.Example;
import ru.otklik.detection.learn.Spotter;
import ru.otklik.region.Region;

/** Makes models of messages, with what the lists of words say of each as signs. */
final class Tutor {

    private final FirstAssessment rules;
    private final WrittenExamples written;
    private final Progress progress;

    /** @param rules what works without a model */
    Tutor(FirstAssessment rules, Progress progress) {
        this.rules = rules;
        this.written = new WrittenExamples(Region.configured(), rules);
        this.progress = progress;
    }

    Assessor learn(List<Example> examples) {
        return Assessor.learn(examples, rules::signs, progress::say);
    }

    Spotter learn(Spotter.Sense sense, List<Example> examples) {
        return Spotter.learn(
                sense,
                sense == Spotter.Sense.TONE ? written.beside(examples) : examples,
                text -> rules.signs(sense, text),
                progress::say);
    }
}
