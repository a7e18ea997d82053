package ru.otklik.bench;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** What one writes without a library: a set of holidays, and day after day until the amount is used up. In UTC. */
final class Walk {

    private static final int DAY = 86_400;
    private static final int HOUR = 3_600;
    private static final int[] LONG_DAY = {9 * HOUR, 13 * HOUR, 14 * HOUR, 18 * HOUR};
    private static final int[] FRIDAY = {9 * HOUR, 13 * HOUR, 14 * HOUR, 16 * HOUR + 45 * 60};
    private static final int[] NOTHING = {};

    private final Set<LocalDate> holidays;

    Walk(Set<LocalDate> holidays) {
        this.holidays = holidays;
    }

    long plus(long t, long seconds) {
        LocalDate date = date(t);
        for (long left = seconds; ; date = date.plusDays(1)) {
            int[] spans = spans(date);
            long midnight = date.toEpochDay() * DAY;
            for (int i = 0; i < spans.length; i += 2) {
                long end = midnight + spans[i + 1];
                long from = Math.max(t, midnight + spans[i]);
                if (from < end) {
                    if (end - from >= left) {
                        return from + left;
                    }
                    left -= end - from;
                }
            }
        }
    }

    long between(long a, long b) {
        long sum = 0;
        LocalDate last = date(b);
        for (LocalDate date = date(a); !date.isAfter(last); date = date.plusDays(1)) {
            int[] spans = spans(date);
            long midnight = date.toEpochDay() * DAY;
            for (int i = 0; i < spans.length; i += 2) {
                sum += Math.max(0, Math.min(b, midnight + spans[i + 1]) - Math.max(a, midnight + spans[i]));
            }
        }
        return sum;
    }

    private int[] spans(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        if (day.compareTo(DayOfWeek.SATURDAY) >= 0 || holidays.contains(date)) {
            return NOTHING;
        }
        return day == DayOfWeek.FRIDAY ? FRIDAY : LONG_DAY;
    }

    private static LocalDate date(long t) {
        return LocalDate.ofEpochDay(Math.floorDiv(t, DAY));
    }
}
