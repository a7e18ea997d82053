package ru.otklik.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.stream.LongStream;

/** Calendar, hours and zone laid out in time: the working intervals, and the worked days by number. */
final class Timetable {

    private static final long NOT_WORKED = Long.MIN_VALUE;

    private final WorkingCalendar calendar;
    private final long firstDay;
    private final Intervals intervals;
    private final long[] dayEnds;
    /** For each covered date, how many worked days there are up to it. */
    private final int[] workedUpTo;

    Timetable(WorkingCalendar calendar, WorkingHours hours, ZoneId zone) {
        this.calendar = calendar;
        this.firstDay = calendar.from().toEpochDay();
        long[] endOf = new long[(int) (calendar.to().toEpochDay() - firstDay) + 1];
        Arrays.fill(endOf, NOT_WORKED);
        this.intervals = intervals(hours, zone, endOf);
        this.dayEnds = LongStream.of(endOf).filter(e -> e != NOT_WORKED).toArray();
        this.workedUpTo = new int[endOf.length];
        for (int day = 0, worked = 0; day < endOf.length; day++) {
            worked += endOf[day] == NOT_WORKED ? 0 : 1;
            workedUpTo[day] = worked;
        }
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

    /** The end of that worked day after the date: 1 is the next one. */
    long dayEndAfter(LocalDate date, int days) {
        long day = workedUpTo(date) + days - 1L;
        if (day >= dayEnds.length) {
            throw calendar.endsAfter();
        }
        return dayEnds[(int) day];
    }

    /** All the working seconds of a worked date. */
    long workedOn(LocalDate date) {
        int day = workedUpTo(date) - 1;
        long previous = day == 0 ? intervals.start(0) : dayEnds[day - 1];
        return intervals.between(previous, dayEnds[day]);
    }

    private int workedUpTo(LocalDate date) {
        long day = date.toEpochDay() - firstDay;
        if (day < -1 || day >= workedUpTo.length) {
            throw calendar.outside(date);
        }
        return day < 0 ? 0 : workedUpTo[(int) day];
    }

    /** Stretch by stretch of one offset from UTC, so that a change of the clocks cuts or repeats what it must. */
    private Intervals intervals(WorkingHours hours, ZoneId zone, long[] endOf) {
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
                        endOf[(int) (day.toEpochDay() - firstDay)] = end;
                    }
                }
            }
        }
        return new Intervals(
                calendar, zone, from, to, starts.build().toArray(), ends.build().toArray());
    }
}
