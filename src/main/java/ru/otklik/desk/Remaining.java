package ru.otklik.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import ru.otklik.worktime.OutsideCalendar;
import ru.otklik.worktime.TimeText;
import ru.otklik.worktime.WorkingTime;

/** How long until a term, or how long past it: in working time, and by the wall clock where that says nothing. */
final class Remaining {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LAST_HOUR = Duration.ofHours(1);

    private Remaining() {}

    static Titles.Left of(Instant due, Instant now, WorkingTime time) {
        boolean late = due.isBefore(now);
        Duration byClock = Duration.between(now, due).abs();
        if (byClock.compareTo(MINUTE) < 0) {
            return new Titles.Left(late ? "срок только что прошёл" : "осталось меньше минуты", late);
        }
        try {
            // the last hour by the wall clock, as «30 минут» run
            Duration shown = !late && byClock.compareTo(LAST_HOUR) <= 0
                    ? byClock
                    : time.between(now, due).abs();
            if (shown.compareTo(MINUTE) < 0) {
                return new Titles.Left(late ? "просрочено, рабочее время ещё не шло" : left(byClock), late);
            }
            return new Titles.Left(late ? "просрочено на " + text(shown) : left(shown), late);
        } catch (OutsideCalendar e) {
            return new Titles.Left(late ? "просрочено" : "срок за пределами календаря", late);
        }
    }

    private static String left(Duration time) {
        return "осталось " + text(time);
    }

    private static String text(Duration time) {
        return TimeText.durationText(time.truncatedTo(ChronoUnit.MINUTES));
    }
}
