package ru.otklik.region;

import java.time.ZoneId;
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

    /** With that year of the calendar replaced or added. */
    public WorkingTimeSettings with(CalendarYear year) {
        return new WorkingTimeSettings(zone, calendar.with(year), hours, presidentialDaysOff, warnDays);
    }
}
