package ru.otklik.cli.detect;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import ru.otklik.detection.Models;
import ru.otklik.detection.learn.Assessor;
import ru.otklik.detection.learn.Example;
import ru.otklik.detection.learn.ModelFile;
import ru.otklik.detection.learn.Spotter;

/**
 * Learns anew and puts the model in use unless it is worse than the present one on the held-back messages. What is
 * compared are the twins, which saw none of them; what is put in use has learned from all.
 */
final class Training {

    private final Models models;
    private final PrintStream out;
    private final Progress progress;

    Training(Models models, PrintStream out, PrintStream err) {
        this.models = models;
        this.out = out;
        this.progress = new Progress(err);
    }

    /** @return whether anything new is in use */
    boolean run(Corpus corpus) throws IOException {
        boolean topics = !corpus.topics().isEmpty() && topics(corpus.topics());
        boolean tone = !corpus.tone().isEmpty() && tone(corpus.tone());
        return topics || tone;
    }

    private boolean topics(List<Example> examples) throws IOException {
        List<Example> held = examples.stream().filter(Corpus::isHeld).toList();
        List<Example> seen = examples.stream().filter(e -> !Corpus.isHeld(e)).toList();
        Assessor twin = Assessor.learn(varied(seen) ? seen : examples, progress::say);
        Trial fresh = new Trial();
        fresh.ask(twin, held);
        Trial present = new Trial();
        var former = models.topicsTwin();
        former.ifPresent(f -> present.ask(f.model(), held));
        out.println("Отложено сообщений: " + held.size());
        compare(
                "Темы",
                fresh.topics,
                present.topics,
                former.map(Models.Kept::version).orElse(""));
        compare(
                "Органы власти",
                fresh.authorities,
                present.authorities,
                former.map(Models.Kept::version).orElse(""));
        int now = fresh.topics.hits() + fresh.authorities.hits();
        if (former.isPresent() && now < present.topics.hits() + present.authorities.hits()) {
            out.println("Новая модель хуже: остаётся " + former.get().version() + ".");
            return false;
        }
        Assessor model = Assessor.learn(examples, progress::say);
        String version =
                models.put(Models.Kind.TOPICS, to -> ModelFile.write(model, to), to -> ModelFile.write(twin, to));
        out.println("Новая модель в работе: %s, тем %d, органов власти %d."
                .formatted(version, model.topics().size(), model.authorities().size()));
        return true;
    }

    private boolean tone(List<Example> examples) throws IOException {
        List<Example> held = examples.stream().filter(Corpus::isHeld).toList();
        List<Example> seen = examples.stream().filter(e -> !Corpus.isHeld(e)).toList();
        boolean both = seen.stream().map(Example::toxic).distinct().count() == 2;
        Spotter twin = Spotter.learn(both ? seen : examples, progress::say);
        Trial fresh = new Trial();
        fresh.ask(twin, held);
        Trial present = new Trial();
        var former = models.toneTwin();
        former.ifPresent(f -> present.ask(f.model(), held));
        out.println("Отложено сообщений: " + held.size());
        compare(
                "Тон",
                fresh.tone,
                present.tone,
                former.map(Models.Kept::version).orElse(""));
        if (former.isPresent() && fresh.tone.hits() < present.tone.hits()) {
            out.println("Новая модель хуже: остаётся " + former.get().version() + ".");
            return false;
        }
        Spotter model = Spotter.learn(examples, progress::say);
        String version =
                models.put(Models.Kind.TONE, to -> ModelFile.write(model, to), to -> ModelFile.write(twin, to));
        out.println("Новая модель в работе: " + version + ".");
        return true;
    }

    private static boolean varied(List<Example> examples) {
        return examples.stream().map(Example::topic).distinct().count() > 1;
    }

    private void compare(String what, Tally fresh, Tally present, String version) {
        if (fresh.count() > 0) {
            out.println(what + ", новая: " + fresh.line());
            if (!version.isEmpty()) {
                out.println(what + ", " + version + ": " + present.line());
            }
        }
    }
}
