package ru.otklik.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * Counting in working time: an instant is working when its local time lies in the hours of its date. Immutable.
 *
 * <p>Whole seconds: fractions of a second in arguments are dropped. With {@code between} the measure:
 *
 * <ul>
 *   <li>{@code plus(t, d)} is the first instant at which {@code d} has passed since {@code t}: a term that begins outside
 *       working time begins at the next working minute, and one that fills a day ends with that day;
 *   <li>{@code minus(t, d)} is the last instant from which {@code d} is left until {@code t};
 *   <li>a zero moves nothing, not even from a Sunday; a negative amount goes the other way;
 *   <li>so {@code plus(minus(t, d), d)} is {@code t} for a working instant and for an end of working time, and {@code
 *       minus(plus(t, d), d)} is {@code t} for every working instant.
 * </ul>
 *
 * A result or an argument outside the calendar is {@link OutsideCalendar}.
 */
public final class WorkingTime {

    private final WorkingCalendar calendar;
    private final WorkingHours hours;
    private final ZoneId zone;
    private final Timetable timetable;
    private final Intervals intervals;

    private WorkingTime(WorkingCalendar calendar, WorkingHours hours, ZoneId zone) {
        this.calendar = calendar;
        this.hours = hours;
        this.zone = zone;
        this.timetable = new Timetable(calendar, hours, zone);
        this.intervals = timetable.intervals();
    }

    public static WorkingTime of(WorkingCalendar calendar, WorkingHours hours, ZoneId zone) {
        return new WorkingTime(calendar, hours, zone);
    }

    public Instant plus(Instant from, Duration amount) {
        return Instant.ofEpochSecond(plusSeconds(from.getEpochSecond(), amount.getSeconds()));
    }

    public Instant minus(Instant end, Duration amount) {
        return Instant.ofEpochSecond(plusSeconds(end.getEpochSecond(), -amount.getSeconds()));
    }

    /** {@link #plus} for those who count by the million. */
    public long plusSeconds(long epochSecond, long seconds) {
        return intervals.plus(epochSecond, seconds);
    }

    /** Working time from one instant to the other; negative when {@code to} is the earlier. */
    public Duration between(Instant from, Instant to) {
        return Duration.ofSeconds(secondsBetween(from.getEpochSecond(), to.getEpochSecond()));
    }

    public long secondsBetween(long from, long to) {
        return intervals.between(from, to);
    }

    /** «N рабочих дней со дня»: the day itself is not counted; the end of the last of them. Zero moves nothing. */
    public Instant plusWorkingDays(Instant from, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("Рабочие дни отсчитываются только вперёд: " + days + ".");
        }
        LocalDate date = local(from.getEpochSecond()).toLocalDate();
        calendar.kind(date);
        long due = days == 0 ? from.getEpochSecond() : timetable.dayEndAfter(date, days);
        return Instant.ofEpochSecond(due);
    }

    public boolean isWorking(Instant at) {
        return intervals.contains(at.getEpochSecond());
    }

    public ZoneId zone() {
        return zone;
    }

    public WorkingCalendar calendar() {
        return calendar;
    }

    public WorkingHours hours() {
        return hours;
    }

    Timetable timetable() {
        return timetable;
    }

    LocalDateTime local(long epochSecond) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(epochSecond), zone);
    }
}
