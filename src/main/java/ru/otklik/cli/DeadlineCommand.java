package ru.otklik.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ru.otklik.calendar.CalendarWarning;
import ru.otklik.calendar.HomeYears;
import ru.otklik.region.BadRegionFile;
import ru.otklik.region.Region;
import ru.otklik.worktime.OutsideCalendar;
import ru.otklik.worktime.WorkingTime;

/** When a term is due and why; or, for a whole file of terms, only when. Needs no database. */
final class DeadlineCommand implements Command {

    private static final String USAGE_TEXT = """
            Срок и его объяснение:  ./otklik deadline СРОК --from МОМЕНТ [--region ИМЯ]
            Много сроков из файла:  ./otklik deadline --batch ФАЙЛ [--region ИМЯ]
              СРОК    4wh — рабочие часы, 30wm — рабочие минуты, 7wd — рабочие дни, 30m, 24h, 5d — подряд;
                      с минусом — назад: -1wh — когда до МОМЕНТА останется рабочий час
              МОМЕНТ  2026-11-20T16:30 по времени региона, или со смещением: 2026-11-20T16:30+03:00
              ФАЙЛ    строки «срок,момент»; «-» — стандартный ввод. Ответ: «срок,момент,истекает»""";

    private final InputStream in;
    private final Path home;
    private final Clock clock;

    DeadlineCommand() {
        this(System.in, HomeYears.home(), Clock.systemUTC());
    }

    /** @param home where the product keeps a copy of the years that the administrator loaded */
    DeadlineCommand(InputStream in, Path home, Clock clock) {
        this.in = in;
        this.home = home;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "deadline";
    }

    @Override
    public String summary() {
        return "когда истекает срок и почему: deadline 4wh --from 2026-11-20T16:30";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Map<String, String> given = new HashMap<>();
        String wrong = DeadlineWords.read(arguments, given);
        if (wrong != null) {
            err.println(wrong);
            err.println(USAGE_TEXT);
            return USAGE;
        }
        try {
            String named = given.get("--region");
            Region region = named == null ? Region.configured() : Region.named(named);
            var settings = region.workingTime().with(HomeYears.read(home, region));
            CalendarWarning.of(settings, clock.instant()).ifPresent(err::println);
            WorkingTime time = settings.workingTime();
            String batch = given.get("--batch");
            if (batch != null) {
                return batch(batch, time, out);
            }
            one(AskedTerm.parse(given.getOrDefault("", "")), given.getOrDefault("--from", ""), time, out);
            return OK;
        } catch (OutsideCalendar e) {
            err.println(e.getMessage());
            return FAILED;
        } catch (BadRegionFile | IllegalArgumentException e) {
            err.println(e.getMessage());
            return USAGE;
        } catch (IOException | UncheckedIOException e) {
            err.println("Файл не читается: " + e.getMessage());
            return USAGE;
        }
    }

    private static void one(AskedTerm term, String from, WorkingTime time, PrintStream out) {
        Instant start = TermBatch.instant(from, time.zone());
        out.println(term.at(start, time).atZone(time.zone()));
        term.explain(start, time).forEach(out::println);
    }

    private int batch(String file, WorkingTime time, PrintStream out) throws IOException {
        try (var source = file.equals("-") ? in : Files.newInputStream(Path.of(file));
                var lines = new BufferedReader(new InputStreamReader(source, StandardCharsets.UTF_8))) {
            return new TermBatch(time).run(lines, out) == 0 ? OK : FAILED;
        }
    }
}
