package ru.otklik.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * The working time of the covered years as sorted half-open intervals of epoch seconds, with the working seconds before
 * each. A position in working time is a number of working seconds since the beginning, so a term is an addition and a
 * search. A sentinel interval that never comes closes the arrays and saves a bounds check a step.
 */
final class Intervals {

    private static final int DAY = 86_400;
    private static final long NEVER = Long.MAX_VALUE / 2;
    /** Steps tried one by one before halving: the decree's hours are a few intervals away. */
    private static final int NEAR = 8;

    private final WorkingCalendar calendar;
    private final ZoneId zone;
    private final int count;
    private final long[] start;
    private final long[] end;
    private final long[] before;
    private final long from;
    private final long to;
    private final long firstDay;
    /** For each UTC day, the first interval that ends after its midnight. */
    private final int[] firstOfDay;

    /** @param start and end are sorted and of one length; all lie within {@code [from, to]} */
    Intervals(WorkingCalendar calendar, ZoneId zone, long from, long to, long[] start, long[] end) {
        this.calendar = calendar;
        this.zone = zone;
        this.from = from;
        this.to = to;
        this.count = start.length;
        this.start = Arrays.copyOf(start, count + 1);
        this.end = Arrays.copyOf(end, count + 1);
        this.start[count] = NEVER;
        this.end[count] = NEVER;
        this.before = new long[count + 1];
        for (int i = 0; i < count; i++) {
            before[i + 1] = before[i] + end[i] - start[i];
        }
        this.firstDay = Math.floorDiv(from, DAY);
        this.firstOfDay = new int[(int) (Math.floorDiv(to, DAY) - firstDay) + 1];
        for (int day = 0, i = 0; day < firstOfDay.length; day++) {
            while (this.end[i] <= (firstDay + day) * DAY) {
                i++;
            }
            firstOfDay[day] = i;
        }
    }

    /** The first interval that ends after {@code t}; {@link #count()} when there is none. */
    int at(long t) {
        if (t < from || t > to) {
            throw calendar.outside(LocalDate.ofInstant(Instant.ofEpochSecond(t), zone));
        }
        int i = firstOfDay[(int) (Math.floorDiv(t, DAY) - firstDay)];
        while (end[i] <= t) {
            i++;
        }
        return i;
    }

    long plus(long t, long seconds) {
        int i = at(t);
        if (seconds <= 0) {
            return seconds == 0 ? t : back(i, t, seconds);
        }
        long done = before[i] + Math.max(0, t - start[i]);
        if (seconds > before[count] - done) {
            throw calendar.endsAfter();
        }
        long target = done + seconds;
        for (int near = i + NEAR; i < near; i++) {
            if (before[i + 1] >= target) {
                return start[i] + target - before[i];
            }
        }
        int found = Arrays.binarySearch(before, i, count + 1, target);
        int last = found >= 0 ? found - 1 : -found - 2;
        return start[last] + target - before[last];
    }

    private long back(int i, long t, long negativeSeconds) {
        long done = before[i] + Math.max(0, t - start[i]);
        if (negativeSeconds < -done) {
            throw calendar.beginsBefore();
        }
        long target = done + negativeSeconds;
        for (int near = Math.max(0, i - NEAR); i >= near; i--) {
            if (before[i] <= target && i < count) {
                return start[i] + target - before[i];
            }
        }
        int found = Arrays.binarySearch(before, 0, i + 1, target);
        int first = found >= 0 ? found : -found - 2;
        return start[first] + target - before[first];
    }

    long between(long a, long b) {
        return done(b) - done(a);
    }

    boolean contains(long t) {
        return start[at(t)] <= t;
    }

    int count() {
        return count;
    }

    long start(int i) {
        return start[i];
    }

    long end(int i) {
        return end[i];
    }

    private long done(long t) {
        int i = at(t);
        return before[i] + Math.max(0, t - start[i]);
    }
}
