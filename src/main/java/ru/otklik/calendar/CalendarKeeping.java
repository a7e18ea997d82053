package ru.otklik.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.directory.Person;
import ru.otklik.directory.changes.Change;
import ru.otklik.directory.changes.Changes;
import ru.otklik.kernel.Outcome;
import ru.otklik.worktime.CalendarYear;
import ru.otklik.worktime.WorkingCalendar;

/** Loading a year of the calendar and taking it back; each says first what would change. */
@Service
public class CalendarKeeping {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
    private static final int LONGEST_SOURCE = 200;

    private final WorkingTimes times;
    private final LoadRows rows;
    private final Changes changes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CalendarKeeping(WorkingTimes times, LoadRows rows, Changes changes, TransactionTemplate transaction, Clock clock) {
        this.times = times;
        this.rows = rows;
        this.changes = changes;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** In order. */
    public List<YearLine> list() {
        Map<Integer, LoadedYear> loaded =
                times.loaded().stream().collect(Collectors.toMap(l -> l.year().year(), l -> l));
        WorkingCalendar calendar = times.current().calendar();
        return calendar.years().stream()
                .map(y -> line(y.year(), YearChange.Days.of(calendar, y.year()), loaded.get(y.year())))
                .toList();
    }

    private YearLine line(int year, YearChange.Days days, @Nullable LoadedYear loaded) {
        boolean builtIn = times.files().calendar().find(year).isPresent();
        return loaded == null
                ? new YearLine(year, days, null, "", "", builtIn)
                : new YearLine(
                        year,
                        days,
                        loaded.by(),
                        MOMENT.format(loaded.at().atZone(times.files().zone())),
                        loaded.source(),
                        builtIn);
    }

    public Outcome<CalendarYear> read(InputStream file) throws IOException {
        return YearFile.read(file);
    }

    public Outcome<YearChange> preview(CalendarYear year) {
        return with(times.loaded(), year).map(after -> change(year.year(), calendar(), after));
    }

    public Outcome<YearChange> previewTakeBack(int year) {
        return without(times.loaded(), year).map(after -> change(year, calendar(), after));
    }

    /**
     * @param source name of its file
     * @param seen version of the calendar that the person compared it with; null: whatever is there
     * @param by null: somebody at the command line of the server
     */
    public Outcome<YearChange> load(CalendarYear year, String source, @Nullable String seen, @Nullable Person by) {
        String name = source.replace("\0", "");
        return save(year.year(), year, name.substring(0, Math.min(name.length(), LONGEST_SOURCE)), seen, by);
    }

    public Outcome<YearChange> takeBack(int year, String seen, Person by) {
        return save(year, null, "", seen, by);
    }

    private Outcome<YearChange> save(
            int year, @Nullable CalendarYear content, String source, @Nullable String seen, @Nullable Person by) {
        Outcome<YearChange> outcome = transaction.execute(t -> {
            rows.lock();
            List<LoadedYear> loaded = rows.list();
            WorkingCalendar before = over(loaded);
            if (seen != null && !seen.equals(before.version())) {
                return Outcome.refused(
                        "stale-calendar",
                        "Пока вы смотрели, календарь изменил кто-то другой. Ничего не сохранено: посмотрите ещё раз, что изменится.");
            }
            return (content == null ? without(loaded, year) : with(loaded, content)).map(after -> {
                var change = change(year, before, after);
                rows.add(
                        year,
                        content,
                        source,
                        after.version(),
                        by,
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
                record(change, before, after, content == null, by);
                return change;
            });
        });
        times.loadedHere();
        return outcome;
    }

    private void record(
            YearChange change, WorkingCalendar before, WorkingCalendar after, boolean back, @Nullable Person by) {
        String act =
                change.added() ? "добавлен" : change.removed() ? "убран" : back ? "возвращён встроенный" : "заменён";
        changes.write(
                by,
                new Changes.Act(Change.Subject.CALENDAR, change.year(), change.year() + " год", act),
                change.added() ? Map.of() : change.before().fields(before.version()),
                change.removed() ? Map.of() : change.after().fields(after.version()));
    }

    private Outcome<WorkingCalendar> with(List<LoadedYear> loaded, CalendarYear year) {
        WorkingCalendar before = over(loaded);
        if (before.find(year.year()).filter(year::equals).isPresent()) {
            return Outcome.refused(
                    "same-calendar",
                    "Календарь на %d год уже точно такой, как в этом файле: менять нечего.".formatted(year.year()));
        }
        try {
            return Outcome.done(before.with(year));
        } catch (IllegalArgumentException e) {
            return Outcome.refused(
                    "calendar-gap", "Календарь не загружен: в файле %d год. %s".formatted(year.year(), e.getMessage()));
        }
    }

    private Outcome<WorkingCalendar> without(List<LoadedYear> loaded, int year) {
        List<LoadedYear> left =
                loaded.stream().filter(l -> l.year().year() != year).toList();
        if (left.size() == loaded.size()) {
            return Outcome.refused(
                    "not-loaded", "Календарь на %d год никто не загружал: он встроенный.".formatted(year));
        }
        try {
            return Outcome.done(over(left));
        } catch (IllegalArgumentException e) {
            return Outcome.refused(
                    "calendar-gap",
                    "%d год убрать нельзя: годы календаря идут подряд. Сначала уберите крайний из загруженных."
                            .formatted(year));
        }
    }

    private WorkingCalendar over(List<LoadedYear> loaded) {
        return times.files()
                .calendar()
                .with(loaded.stream().map(LoadedYear::year).toList());
    }

    private WorkingCalendar calendar() {
        return times.current().calendar();
    }

    private static YearChange change(int year, WorkingCalendar before, WorkingCalendar after) {
        return YearChange.of(year, before, after);
    }
}
