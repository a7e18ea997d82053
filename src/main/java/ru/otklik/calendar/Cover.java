package ru.otklik.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import ru.otklik.region.WorkingTimeSettings;

/**
 * What the whole calendar covers, as it is shown.
 *
 * @param left days after today that are still covered
 */
public record Cover(
        String from, String to, long left, String warnsFrom, int warnDays, boolean presidentialOff, String version) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    static Cover of(WorkingTimeSettings now, LocalDate today) {
        var calendar = now.calendar();
        return new Cover(
                DATE.format(calendar.from()),
                DATE.format(calendar.to()),
                calendar.daysLeft(today),
                DATE.format(calendar.to().minusDays(now.warnDays())),
                now.warnDays(),
                now.presidentialDaysOff(),
                calendar.version());
    }
}
