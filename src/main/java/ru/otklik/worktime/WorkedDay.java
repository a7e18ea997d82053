package ru.otklik.worktime;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One worked day of a term, or the part of it that counts.
 *
 * @param spans as {@code 12:30–13:00 и 14:00–14:30}
 * @param parts how many spans there are
 * @param whole nothing of the day's hours is left out
 */
record WorkedDay(LocalDate date, String spans, int parts, long seconds, boolean whole, DayKind kind) {

    /** The worked days between two instants, in order. */
    static List<WorkedDay> list(long from, long to, WorkingTime time) {
        List<WorkedDay> days = new ArrayList<>();
        Intervals all = time.timetable().intervals();
        for (int i = all.at(from); i < all.count() && all.start(i) < to; ) {
            LocalDate date = time.local(Math.max(from, all.start(i))).toLocalDate();
            var spans = new StringBuilder();
            int parts = 0;
            long seconds = 0;
            // an interval never goes past its date: hours end at 24:00
            for (long last = time.timetable().dayEnd(date);
                    i < all.count() && all.end(i) <= last && all.start(i) < to;
                    i++) {
                long start = Math.max(from, all.start(i));
                long end = Math.min(to, all.end(i));
                spans.append(parts++ == 0 ? "" : " и ")
                        .append(TimeText.time(time.local(start)))
                        .append('–')
                        .append(end(time.local(end), date));
                seconds += end - start;
            }
            boolean whole = seconds == time.timetable().workedOn(date);
            days.add(new WorkedDay(
                    date,
                    spans.toString(),
                    parts,
                    seconds,
                    whole,
                    time.calendar().kind(date)));
        }
        return days;
    }

    /** A whole day of which there is nothing to tell. */
    boolean plain() {
        return whole && kind == DayKind.WORKDAY;
    }

    boolean follows(WorkedDay other) {
        return plain() && seconds == other.seconds && other.date.plusDays(1).equals(date);
    }

    String text() {
        String rest = parts == 2 ? "обед не считается" : parts > 2 ? "перерывы не считаются" : null;
        return DaysOff.range(date, date) + " " + spans + ": " + amount(seconds) + notes(kind, rest);
    }

    static String notes(DayKind kind, @Nullable String rest) {
        String special = kind.shortened() || kind.moved() ? kind.title() : null;
        if (special == null) {
            return rest == null ? "" : " (" + rest + ")";
        }
        return " (" + special + (rest == null ? "" : ", " + rest) + ")";
    }

    static String amount(long seconds) {
        return TimeText.durationText(Duration.ofSeconds(seconds));
    }

    private static String end(LocalDateTime at, LocalDate date) {
        return at.equals(date.plusDays(1).atStartOfDay()) ? "24:00" : TimeText.time(at);
    }
}
