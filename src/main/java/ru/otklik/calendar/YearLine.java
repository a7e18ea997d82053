package ru.otklik.calendar;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.otklik.calendar.LoadRows.LoadedYear;
import ru.otklik.worktime.WorkingCalendar;

/**
 * A year of the calendar as it is shown.
 *
 * @param by who loaded it; null: it is as the region's files say
 * @param at in the region's time
 * @param builtIn the files know the year too, so taking it back brings theirs
 */
public record YearLine(
        int year, YearChange.Days days, @Nullable String by, String at, String source, boolean builtIn) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    /** In order. */
    public static List<YearLine> list(WorkingTimes times) {
        Map<Integer, LoadedYear> loaded =
                times.loaded().stream().collect(Collectors.toMap(l -> l.year().year(), l -> l));
        WorkingCalendar calendar = times.current().calendar();
        return calendar.years().stream()
                .map(y -> of(y.year(), YearChange.Days.of(calendar, y.year()), loaded.get(y.year()), times))
                .toList();
    }

    private static YearLine of(int year, YearChange.Days days, @Nullable LoadedYear loaded, WorkingTimes times) {
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
}
