package ru.otklik.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.calendar.LoadRows.LoadedYear;
import ru.otklik.directory.Person;
import ru.otklik.directory.changes.Change;
import ru.otklik.directory.changes.Changes;
import ru.otklik.kernel.Outcome;
import ru.otklik.worktime.CalendarYear;
import ru.otklik.worktime.WorkingCalendar;

/** Loading a year of the calendar and taking it back; each says first what would change. */
@Service
public class CalendarKeeping {

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

    public Outcome<CalendarYear> read(InputStream file) throws IOException {
        return YearFile.read(file);
    }

    public Outcome<YearChange> preview(CalendarYear year) {
        Overlay now = overlay(times.loaded());
        return now.with(year).map(after -> YearChange.of(year.year(), now.calendar(), after));
    }

    public Outcome<YearChange> previewTakeBack(int year) {
        Overlay now = overlay(times.loaded());
        return now.without(year).map(after -> YearChange.of(year, now.calendar(), after));
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
            Overlay now = overlay(rows.list());
            WorkingCalendar before = now.calendar();
            if (seen != null && !seen.equals(before.version())) {
                return Outcome.refused(
                        "stale-calendar",
                        "Пока вы смотрели, календарь изменил кто-то другой. Ничего не сохранено: посмотрите ещё раз, что изменится.");
            }
            return (content == null ? now.without(year) : now.with(content)).map(after -> {
                var change = YearChange.of(year, before, after);
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

    private Overlay overlay(List<LoadedYear> loaded) {
        return new Overlay(times.files().calendar(), loaded);
    }
}
