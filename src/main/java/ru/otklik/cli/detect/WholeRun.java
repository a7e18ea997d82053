package ru.otklik.cli.detect;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.Proposal;
import ru.otklik.detection.Proposal.Guess;
import ru.otklik.detection.Proposal.Screen;
import ru.otklik.detection.Rubric;
import ru.otklik.kernel.Outcome;

/** Every message of a file through the whole first assessment. */
final class WholeRun {

    private static final List<String> HEADER = List.of(
            "line",
            "screen",
            "needs_response",
            "group",
            "topic",
            "topic2",
            "topic3",
            "p1",
            "p2",
            "p3",
            "place",
            "importance",
            "authority",
            "authority2",
            "authority3",
            "model");

    private final FirstAssessment assessment;
    private final Progress progress;

    WholeRun(FirstAssessment assessment, PrintStream err) {
        this.assessment = assessment;
        this.progress = new Progress(err);
    }

    Outcome<Boolean> run(LabelledFile file, Path target) {
        try (CsvWriter out = CsvWriter.builder().build(target)) {
            out.writeRecord(HEADER);
            int all = file.rows().size();
            for (int i = 0; i < all; i++) {
                Proposal p = assessment.assess(file.rows().get(i).text(), Optional.empty());
                out.writeRecord(line(file.lines().get(i), p));
                progress.rows(i + 1, all);
            }
            progress.say("записано строк: " + all);
            return Outcome.done(true);
        } catch (IOException e) {
            return Outcome.refused("unwritable", "Нельзя записать в файл %s.".formatted(target));
        }
    }

    private List<String> line(int line, Proposal p) {
        List<String> cells = new ArrayList<>();
        cells.add(String.valueOf(line));
        Screen screen = p.screening().screen();
        boolean proposed = p.screening().excludes() || !screen.excludes();
        cells.add((proposed ? screen : Screen.CLEAN).name().toLowerCase(Locale.ROOT));
        cells.add(p.response().need().isAnswered() ? "1" : "0");
        cells.add(p.topic().flatMap(this::group).orElse(""));
        three(p.topics()).forEach(g -> cells.add(g.map(Guess::title).orElse("")));
        three(p.topics())
                .forEach(g -> cells.add(g.map(x -> String.format(Locale.ROOT, "%.4f", x.share()))
                        .orElse("")));
        cells.add(
                p.places().stream().findFirst().map(Proposal.PlaceGuess::title).orElse(""));
        cells.add(p.importance().name().toLowerCase(Locale.ROOT));
        three(p.authorities()).forEach(g -> cells.add(g.map(Guess::title).orElse("")));
        cells.add(p.model().orElse(""));
        return cells;
    }

    private static List<Optional<Guess>> three(List<Guess> guesses) {
        List<Optional<Guess>> three = new ArrayList<>();
        for (int i = 0; i < Trial.SHOWN; i++) {
            three.add(i < guesses.size() ? Optional.of(guesses.get(i)) : Optional.empty());
        }
        return three;
    }

    /** By the region's rubric, or as the model learned it. */
    private Optional<String> group(Guess topic) {
        Rubric rubric = assessment.rubric();
        return rubric.find(topic.code())
                .flatMap(t -> rubric.groups().stream()
                        .filter(g -> g.code().equals(t.group()))
                        .findFirst())
                .map(Rubric.Group::title)
                .or(() -> assessment.learnedGroup(topic.title()));
    }
}
