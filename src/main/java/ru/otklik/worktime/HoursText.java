package ru.otklik.worktime;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.otklik.worktime.WorkingHours.Span;

/** The written form of hours: {@code пн-пт 09:00-13:00 14:00-18:00; сб,вс 10:00-14:00}. */
public final class HoursText {

    static final String FORM = " Пример записи: «пн-пт 09:00-13:00 14:00-18:00; сб 10:00-14:00».";

    private static final List<String> DAYS = List.of("пн", "вт", "ср", "чт", "пт", "сб", "вс");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,2}):(\\d{2})[-–](\\d{1,2}):(\\d{2})");

    private HoursText() {}

    static Map<DayOfWeek, List<Span>> week(String text) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (String part : text.split("[;\\n]")) {
            if (part.isBlank()) {
                continue;
            }
            String[] words = part.strip().split("\\s+", 2);
            if (words.length < 2) {
                throw new IllegalArgumentException("Для «%s» не указаны часы.".formatted(words[0]) + FORM);
            }
            List<Span> spans = spans(words[1]);
            for (DayOfWeek day : days(words[0])) {
                if (week.put(day, spans) != null) {
                    throw new IllegalArgumentException("День «%s» указан в графике дважды.".formatted(name(day)));
                }
            }
        }
        return week;
    }

    /** Days as {@code пн-пт} or {@code пн,ср}. */
    public static List<DayOfWeek> days(String text) {
        List<DayOfWeek> days = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] ends = part.split("[-–]", -1);
            int first = DAYS.indexOf(ends[0].strip());
            int last = DAYS.indexOf(ends[ends.length - 1].strip());
            if (ends.length > 2 || first < 0 || last < first) {
                throw new IllegalArgumentException("Непонятные дни недели «%s».".formatted(text) + FORM);
            }
            days.addAll(Arrays.asList(DayOfWeek.values()).subList(first, last + 1));
        }
        return days;
    }

    /** Hours as {@code 09:00-13:00 14:00-18:00}. */
    public static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        for (String part : text.strip().split("[\\s,]+")) {
            Matcher m = SPAN.matcher(part);
            if (!m.matches()) {
                throw new IllegalArgumentException("Непонятные часы «%s».".formatted(part) + FORM);
            }
            spans.add(new Span(minutes(m, 1), minutes(m, 3)));
        }
        return spans;
    }

    static String of(Map<DayOfWeek, List<Span>> week) {
        List<String> parts = new ArrayList<>();
        week.forEach((day, spans) -> parts.add(name(day) + " "
                + String.join(" ", spans.stream().map(Span::toString).toList())));
        return String.join("; ", parts);
    }

    static String name(DayOfWeek day) {
        return DAYS.get(day.ordinal());
    }

    private static int minutes(Matcher m, int group) {
        int minute = Integer.parseInt(m.group(group + 1));
        if (minute > 59) {
            throw new IllegalArgumentException("Непонятное время «%s».".formatted(m.group()) + FORM);
        }
        return Integer.parseInt(m.group(group)) * 60 + minute;
    }
}
