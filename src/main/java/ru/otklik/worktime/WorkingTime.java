package ru.otklik.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.stream.LongStream;

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
    private final Intervals intervals;
    /** Ends of the worked days, and for each covered date how many of them there are up to it. */
    private final long[] dayEnds;

    private final int[] workedUpTo;

    private WorkingTime(WorkingCalendar calendar, WorkingHours hours, ZoneId zone) {
        this.calendar = calendar;
        this.hours = hours;
        this.zone = zone;
        long first = calendar.from().toEpochDay();
        int days = (int) (calendar.to().toEpochDay() - first) + 1;
        long[] endOf = new long[days];
        Arrays.fill(endOf, Long.MIN_VALUE);
        this.intervals = compile(endOf);
        this.dayEnds = LongStream.of(endOf).filter(e -> e != Long.MIN_VALUE).toArray();
        this.workedUpTo = new int[days];
        for (int day = 0, worked = 0; day < days; day++) {
            worked += endOf[day] == Long.MIN_VALUE ? 0 : 1;
            workedUpTo[day] = worked;
        }
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
        long last = workedUpTo(date) + days - 1L;
        if (last >= dayEnds.length) {
            throw calendar.endsAfter();
        }
        return Instant.ofEpochSecond(days == 0 ? from.getEpochSecond() : dayEnds[(int) last]);
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

    Intervals intervals() {
        return intervals;
    }

    /** Whether any of that date's instants is working. */
    boolean worked(LocalDate date) {
        return workedUpTo(date) > workedUpTo(date.minusDays(1));
    }

    /** The end of the last working interval of a worked date. */
    long dayEnd(LocalDate date) {
        return dayEnds[workedUpTo(date) - 1];
    }

    /** All the working seconds of a worked date. */
    long workedOn(LocalDate date) {
        int day = workedUpTo(date) - 1;
        long previous = day == 0 ? intervals.start(0) : dayEnds[day - 1];
        return intervals.between(previous, dayEnds[day]);
    }

    private int workedUpTo(LocalDate date) {
        long day = date.toEpochDay() - calendar.from().toEpochDay();
        if (day >= workedUpTo.length) {
            throw calendar.outside(date);
        }
        return day < 0 ? 0 : workedUpTo[(int) day];
    }

    LocalDateTime local(long epochSecond) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(epochSecond), zone);
    }

    /** Stretch by stretch of one offset from UTC, so that a change of the clocks cuts or repeats what it must. */
    private Intervals compile(long[] endOf) {
        long from = calendar.from().atStartOfDay(zone).toEpochSecond();
        long to = calendar.to().plusDays(1).atStartOfDay(zone).toEpochSecond();
        var starts = LongStream.builder();
        var ends = LongStream.builder();
        long next;
        for (long at = from; at < to; at = next) {
            ZoneOffset offset = zone.getRules().getOffset(Instant.ofEpochSecond(at));
            ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.ofEpochSecond(at));
            next = change == null ? to : Math.min(to, change.toEpochSecond());
            LocalDate last = LocalDateTime.ofEpochSecond(next - 1, 0, offset).toLocalDate();
            LocalDate day = LocalDateTime.ofEpochSecond(at, 0, offset).toLocalDate();
            for (; !day.isAfter(last); day = day.plusDays(1)) {
                long midnight = day.toEpochDay() * 86_400 - offset.getTotalSeconds();
                for (WorkingHours.Span span : hours.on(day, calendar.kind(day))) {
                    long start = Math.max(at, midnight + span.from() * 60L);
                    long end = Math.min(next, midnight + span.to() * 60L);
                    if (start < end) {
                        starts.add(start);
                        ends.add(end);
                        endOf[(int) (day.toEpochDay() - calendar.from().toEpochDay())] = end;
                    }
                }
            }
        }
        return new Intervals(
                calendar, zone, from, to, starts.build().toArray(), ends.build().toArray());
    }
}
