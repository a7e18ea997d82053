package ru.otklik.calendar;

import java.util.List;
import ru.otklik.calendar.LoadRows.LoadedYear;
import ru.otklik.kernel.Outcome;
import ru.otklik.worktime.CalendarYear;
import ru.otklik.worktime.WorkingCalendar;

/**
 * The loaded years over those of the files.
 *
 * @param files what is there when nobody has loaded anything
 */
record Overlay(WorkingCalendar files, List<LoadedYear> loaded) {

    WorkingCalendar calendar() {
        return files.with(loaded.stream().map(LoadedYear::year).toList());
    }

    Outcome<WorkingCalendar> with(CalendarYear year) {
        WorkingCalendar before = calendar();
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

    Outcome<WorkingCalendar> without(int year) {
        List<LoadedYear> left =
                loaded.stream().filter(l -> l.year().year() != year).toList();
        if (left.size() == loaded.size()) {
            return Outcome.refused("not-loaded", "Календарь на %d год никто не загружал.".formatted(year));
        }
        try {
            return Outcome.done(new Overlay(files, left).calendar());
        } catch (IllegalArgumentException e) {
            return Outcome.refused(
                    "calendar-gap",
                    "%d год убрать нельзя: годы календаря идут подряд. Сначала уберите крайний из загруженных."
                            .formatted(year));
        }
    }
}
