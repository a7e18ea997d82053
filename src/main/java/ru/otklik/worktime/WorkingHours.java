package ru.otklik.worktime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hours of an authority by weekday: any number of half-open spans a day, a gap between them is a break. Immutable.
 *
 * <ul>
 *   <li>A weekday without hours is never worked.
 *   <li>A Saturday or Sunday with its own hours is worked unless the calendar marks the date off.
 *   <li>A working weekend by transfer has the hours of the first weekday that has any: it stands in for a weekday.
 *   <li>A shortened day loses one hour at its end, across a break if the last span is shorter.
 * </ul>
 */
public final class WorkingHours {

    /** Minutes of the day, {@code to} not included; 24:00 is 1440. */
    public record Span(int from, int to) {
        public Span {
            if (from < 0 || to > DAY) {
                throw new IllegalArgumentException("Часы %s–%s выходят за сутки: допустимо от 00:00 до 24:00."
                        .formatted(TimeText.clock(from), TimeText.clock(to)));
            }
            if (from >= to) {
                throw new IllegalArgumentException("Часы %s–%s записаны наоборот: начало должно быть раньше конца."
                        .formatted(TimeText.clock(from), TimeText.clock(to)));
            }
        }

        @Override
        public String toString() {
            return TimeText.clock(from) + "-" + TimeText.clock(to);
        }
    }

    private static final int DAY = 24 * 60;
    private static final int HOUR = 60;
    private static final List<String> DAYS = List.of("пн", "вт", "ср", "чт", "пт", "сб", "вс");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,2}):(\\d{2})[-–](\\d{1,2}):(\\d{2})");
    private static final String FORM = " Пример записи: «пн-пт 09:00-13:00 14:00-18:00; сб 10:00-14:00».";

    private final Map<DayOfWeek, List<Span>> week;
    private final List<Span> weekday;

    private WorkingHours(Map<DayOfWeek, List<Span>> week) {
        this.week = week;
        this.weekday = week.entrySet().stream()
                .filter(e -> e.getKey().compareTo(DayOfWeek.SATURDAY) < 0)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(List.of());
    }

    public static WorkingHours of(Map<DayOfWeek, List<Span>> week) {
        Map<DayOfWeek, List<Span>> sorted = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, spans) -> {
            if (!spans.isEmpty()) {
                sorted.put(day, inOrder(day, spans));
            }
        });
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("В графике нет ни одного рабочего часа." + FORM);
        }
        return new WorkingHours(sorted);
    }

    /** As {@code пн-пт 09:00-13:00 14:00-18:00; сб,вс 10:00-14:00}. */
    public static WorkingHours parse(String text) {
        return of(week(text));
    }

    private static Map<DayOfWeek, List<Span>> week(String text) {
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

    /** The hours of that date, in order; empty when it is not worked. */
    List<Span> on(LocalDate date, DayKind kind) {
        List<Span> own = week.getOrDefault(date.getDayOfWeek(), List.of());
        if (kind.moved()) {
            own = weekday.isEmpty() ? own : weekday;
        } else if (kind != DayKind.WEEKEND && !kind.worked()) {
            return List.of();
        }
        return kind.shortened() ? shortened(own) : own;
    }

    private static List<Span> shortened(List<Span> spans) {
        List<Span> left = new ArrayList<>(spans);
        for (int cut = HOUR; cut > 0 && !left.isEmpty(); ) {
            Span last = left.remove(left.size() - 1);
            int length = last.to() - last.from();
            if (length > cut) {
                left.add(new Span(last.from(), last.to() - cut));
            }
            cut -= length;
        }
        return left;
    }

    private static List<Span> inOrder(DayOfWeek day, List<Span> spans) {
        List<Span> sorted =
                spans.stream().sorted(Comparator.comparingInt(Span::from)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).from() < sorted.get(i - 1).to()) {
                throw new IllegalArgumentException("В графике на «%s» часы пересекаются: %s и %s."
                        .formatted(name(day), sorted.get(i - 1), sorted.get(i)));
            }
        }
        return sorted;
    }

    private static String name(DayOfWeek day) {
        return DAYS.get(day.ordinal());
    }

    private static int minutes(Matcher m, int group) {
        int minute = Integer.parseInt(m.group(group + 1));
        if (minute > 59) {
            throw new IllegalArgumentException("Непонятное время «%s».".formatted(m.group()) + FORM);
        }
        return Integer.parseInt(m.group(group)) * 60 + minute;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkingHours that && week.equals(that.week);
    }

    @Override
    public int hashCode() {
        return week.hashCode();
    }

    /** The form that {@link #parse} reads, one day a part. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        week.forEach((day, spans) -> parts.add(name(day) + " "
                + String.join(" ", spans.stream().map(Span::toString).toList())));
        return String.join("; ", parts);
    }
}
