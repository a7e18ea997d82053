package ru.otklik.region;

import java.time.ZoneId;
import java.util.Collection;
import ru.otklik.worktime.CalendarYear;
import ru.otklik.worktime.WorkingCalendar;
import ru.otklik.worktime.WorkingHours;
import ru.otklik.worktime.WorkingTime;

/**
 * How the region counts working time.
 *
 * @param calendar with the presidential switch already applied
 * @param warnDays so many days before the calendar ends the administrator is told to load the next year
 */
public record WorkingTimeSettings(
        ZoneId zone, WorkingCalendar calendar, WorkingHours hours, boolean presidentialDaysOff, int warnDays) {

    public WorkingTime workingTime() {
        return WorkingTime.of(calendar, hours, zone);
    }

    /** With those years of the calendar replaced or added; a gap between the years is refused. */
    public WorkingTimeSettings with(Collection<CalendarYear> years) {
        return new WorkingTimeSettings(zone, calendar.with(years), hours, presidentialDaysOff, warnDays);
    }
}
