package ru.otklik.worktime;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Dates, times and lengths of time in Russian. Written by hand because every obligation stores a few of them. */
public final class TimeText {

    private static final List<String> WEEKDAYS = List.of("пн", "вт", "ср", "чт", "пт", "сб", "вс");

    private TimeText() {}

    /** As {@code 1 ч 30 мин}; seconds only when there are some; hours are never made into days. */
    public static String durationText(Duration duration) {
        long seconds = duration.abs().toSeconds();
        var text = new StringBuilder();
        part(text, seconds / 3600, " ч");
        part(text, seconds / 60 % 60, " мин");
        part(text, seconds % 60, " с");
        if (text.isEmpty()) {
            return "0 мин";
        }
        return duration.isNegative() ? "−" + text : text.toString();
    }

    /** As {@code пн 23.11.2026 11:30}. */
    public static String moment(LocalDateTime at) {
        return weekday(at.toLocalDate()) + " " + date(at.toLocalDate()) + " " + time(at);
    }

    /** The word for that many: {@code plural(2, "час", "часа", "часов")}. */
    public static String plural(long count, String one, String few, String many) {
        long tens = Math.abs(count) % 100;
        long units = tens % 10;
        if (tens > 10 && tens < 20 || units == 0 || units > 4) {
            return many;
        }
        return units == 1 ? one : few;
    }

    static String date(LocalDate date) {
        return day(date) + "." + date.getYear();
    }

    static String day(LocalDate date) {
        return two(date.getDayOfMonth()) + "." + two(date.getMonthValue());
    }

    static String weekday(LocalDate date) {
        return WEEKDAYS.get(date.getDayOfWeek().ordinal());
    }

    static String time(LocalDateTime at) {
        String clock = clock(at.getHour() * 60 + at.getMinute());
        return at.getSecond() == 0 ? clock : clock + ":" + two(at.getSecond());
    }

    static String clock(int minutes) {
        return two(minutes / 60) + ":" + two(minutes % 60);
    }

    private static void part(StringBuilder text, long count, String unit) {
        if (count > 0) {
            text.append(text.isEmpty() ? "" : " ").append(count).append(unit);
        }
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
