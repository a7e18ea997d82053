package ru.otklik.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ru.otklik.calendar.HomeYears;
import ru.otklik.cli.detect.Detecting;
import ru.otklik.kernel.Outcome;

/** Learning from decided messages, checking what was learned, and the assessment of a whole file. Needs no database. */
final class DetectCommand implements Command {

    private static final Set<String> OPTIONS = Set.of("file", "map", "test", "folds", "out", "region", "add", "from");

    private interface Work {
        Outcome<Boolean> of(Detecting detecting, Map<String, List<String>> options);
    }

    private final String name;
    private final String summary;
    private final Work work;
    private final Path home;

    private DetectCommand(String name, String summary, Work work, Path home) {
        this.name = name;
        this.summary = summary;
        this.work = work;
        this.home = home;
    }

    static List<Command> all() {
        return all(HomeYears.home());
    }

    /** @param home where the models lie */
    static List<Command> all(Path home) {
        return List.of(
                new DetectCommand(
                        "detect train",
                        "научить по решённым: detect train --file ФАЙЛ --map text=…,topic=…,authority=…",
                        Detecting::train,
                        home),
                new DetectCommand(
                        "detect eval",
                        "проверить, чему можно научить: те же параметры, --test ФАЙЛ или --folds 5",
                        Detecting::eval,
                        home),
                new DetectCommand(
                        "detect run",
                        "первая оценка каждой строки: detect run --file ФАЙЛ --out ФАЙЛ.csv",
                        Detecting::run,
                        home));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return summary;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        return Options.of(arguments, OPTIONS)
                .then(given -> given.words().isEmpty()
                        ? work.of(new Detecting(home, out, err), given.named())
                        : Outcome.refused(
                                "usage", "Лишнее слово: " + given.words().get(0)))
                .fold(done -> OK, no -> {
                    err.println(no.sentence());
                    return no.code().equals("usage") || no.code().startsWith("no-") ? USAGE : FAILED;
                });
    }
}
