package ru.otklik.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;
import ru.otklik.intake.ImportResult;
import ru.otklik.intake.Importing;
import ru.otklik.kernel.Outcome;

/** Messages from a file. */
@Component
class ImportCommand implements Command {

    private static final String USAGE_LINE =
            "Так: ./otklik import ФАЙЛ [--map text=\"Название столбца\"]… [--network СЕТЬ]";

    private final Importing importing;

    ImportCommand(Importing importing) {
        this.importing = importing;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String summary() {
        return "загрузить сообщения из файла CSV или XLSX: import ФАЙЛ";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        return Options.of(arguments, Set.of("map", "network"))
                .fold(given -> run(given, out, err), no -> usage(no.sentence(), err));
    }

    private int run(Options given, PrintStream out, PrintStream err) {
        if (given.words().size() != 1) {
            return usage("Укажите один файл.", err);
        }
        return said(given.list("map"))
                .fold(
                        said -> importing
                                .run(
                                        Path.of(given.words().get(0)),
                                        said,
                                        given.find("network").orElse(null),
                                        new Progress(err))
                                .fold(result -> report(result, out, err), no -> {
                                    err.println(no.sentence());
                                    return USAGE;
                                }),
                        no -> usage(no.sentence(), err));
    }

    private static int report(ImportResult result, PrintStream out, PrintStream err) {
        for (var row : result.skipped()) {
            err.printf("Строка %d пропущена: %s%n", row.line(), row.reason());
        }
        out.println(result.sentence());
        return result.skipped().isEmpty() ? OK : FAILED;
    }

    private static Outcome<Map<String, String>> said(List<String> pairs) {
        Map<String, String> said = new LinkedHashMap<>();
        for (String pair : pairs) {
            int at = pair.indexOf('=');
            if (at < 1) {
                return Outcome.refused("usage", "После --map нужно поле=столбец, а здесь: " + pair);
            }
            said.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return Outcome.done(said);
    }

    private static int usage(String sentence, PrintStream err) {
        err.println(sentence);
        err.println(USAGE_LINE);
        return USAGE;
    }

    /** Says every 500 rows, and every two seconds, how far it is. */
    private static final class Progress implements IntConsumer {
        private static final int ROWS = 500;
        private static final long NANOS = Duration.ofSeconds(2).toNanos();

        private final PrintStream err;
        private int saidRows;
        private long saidAt = System.nanoTime();

        Progress(PrintStream err) {
            this.err = err;
        }

        @Override
        public void accept(int rows) {
            long now = System.nanoTime();
            if (rows - saidRows >= ROWS || now - saidAt >= NANOS) {
                err.println("Обработано строк: " + rows);
                saidRows = rows;
                saidAt = now;
            }
        }
    }
}
