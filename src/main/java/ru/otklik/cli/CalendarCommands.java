package ru.otklik.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.otklik.calendar.CalendarKeeping;
import ru.otklik.calendar.CalendarWarning;
import ru.otklik.calendar.WorkingTimes;
import ru.otklik.calendar.YearChange;
import ru.otklik.calendar.YearLine;
import ru.otklik.kernel.Outcome;

/** The production calendar from the command line of the server. */
@Configuration(proxyBeanMethods = false)
class CalendarCommands {

    private final CalendarKeeping keeping;
    private final WorkingTimes times;
    private final Clock clock;

    CalendarCommands(CalendarKeeping keeping, WorkingTimes times, Clock clock) {
        this.keeping = keeping;
        this.times = times;
        this.clock = clock;
    }

    @Bean
    Command calendarList() {
        return new AccountCommand(
                "calendar list", "годы производственного календаря", "calendar list", Set.of(), this::list);
    }

    @Bean
    Command calendarImport() {
        return new AccountCommand(
                "calendar import",
                "загрузить год производственного календаря: calendar import ФАЙЛ",
                "calendar import ФАЙЛ",
                Set.of(),
                this::load);
    }

    private Outcome<?> list(Options given, PrintStream out) {
        if (!given.words().isEmpty()) {
            return Outcome.refused("usage", "У команды calendar list нет параметров.");
        }
        for (YearLine line : YearLine.list(times)) {
            out.printf(
                    "%d\tрабочих дней %d\tсокращённых %d\tперенесённых %d\t%s%n",
                    line.year(),
                    line.days().working(),
                    line.days().shortened(),
                    line.days().moved(),
                    line.by() == null
                            ? "встроенный"
                            : "%s %s, %s, %s"
                                    .formatted(
                                            line.builtIn() ? "заменён" : "добавлен",
                                            line.at(),
                                            line.by(),
                                            line.source()));
        }
        var now = times.current();
        out.println("Версия календаря: " + now.calendar().version());
        CalendarWarning.of(now, clock.instant()).ifPresent(out::println);
        return Outcome.done(now);
    }

    private Outcome<?> load(Options given, PrintStream out) {
        if (given.words().size() != 1) {
            return Outcome.refused("usage", "Укажите один файл: XML с сайта xmlcalendar.ru или YAML.");
        }
        String name = given.words().get(0);
        try (var in = Files.newInputStream(Path.of(name))) {
            String source = Path.of(name).getFileName().toString();
            return keeping.read(in)
                    .then(year -> keeping.load(year, source, null, null))
                    .map(change -> say(change, out));
        } catch (IOException | InvalidPathException e) {
            return Outcome.refused("usage", "Файла нет или он не читается: %s.".formatted(name));
        }
    }

    private YearChange say(YearChange change, PrintStream out) {
        for (YearChange.Group group : change.groups()) {
            out.println(group.title() + ": " + group.days().size());
            group.days().forEach(day -> out.println("  " + day));
        }
        out.printf(
                "Календарь на %d год %s. Рабочих дней: %d. Версия календаря: %s%n",
                change.year(),
                change.added() ? "добавлен" : "заменён",
                change.after().working(),
                times.current().calendar().version());
        return change;
    }
}
