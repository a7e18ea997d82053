package ru.otklik.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import ru.otklik.worktime.CalendarYear;
import ru.otklik.worktime.DayKind;
import ru.otklik.worktime.WorkingCalendar;

/**
 * What one year would become.
 *
 * @param added it is not in the calendar yet; compared with ordinary weeks
 * @param removed it leaves the calendar
 */
public record YearChange(int year, boolean added, boolean removed, Days before, Days after, List<Group> groups) {

    /** @param working in all, with the shortened ones */
    public record Days(int working, int shortened, int moved, int presidential) {

        static Days of(WorkingCalendar calendar, int year) {
            Map<DayKind, Integer> count = new EnumMap<>(DayKind.class);
            dates(year).forEach(d -> count.merge(kind(calendar, d), 1, Integer::sum));
            return new Days(
                    sum(count, Stream.of(DayKind.values()).filter(DayKind::worked)),
                    sum(count, Stream.of(DayKind.values()).filter(DayKind::shortened)),
                    sum(count, Stream.of(DayKind.DAY_OFF, DayKind.MOVED, DayKind.MOVED_SHORT)),
                    sum(count, Stream.of(DayKind.NON_WORKING)));
        }

        private static int sum(Map<DayKind, Integer> count, Stream<DayKind> kinds) {
            return kinds.mapToInt(k -> count.getOrDefault(k, 0)).sum();
        }

        /** For the record of changes. */
        Map<String, String> fields(String version) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("рабочих дней", "" + working);
            fields.put("сокращённых", "" + shortened);
            fields.put("перенесённых", "" + moved);
            fields.put("версия календаря", version);
            return fields;
        }
    }

    /** Days to which the same happens, each as a line. */
    public record Group(String title, List<String> days) {}

    private enum Turn {
        OFF("Станут нерабочими"),
        WORKED("Станут рабочими"),
        SHORT("Станут короче на час"),
        WHOLE("Станут полными"),
        NAME("Останутся нерабочими, сменится вид дня"),
        WORKED_NAME("Останутся рабочими, сменится вид дня");

        private final String title;

        Turn(String title) {
            this.title = title;
        }

        static Turn of(DayKind was, DayKind is) {
            if (was.worked() != is.worked()) {
                return is.worked() ? WORKED : OFF;
            }
            if (was.shortened() != is.shortened()) {
                return is.shortened() ? SHORT : WHOLE;
            }
            return is.worked() ? WORKED_NAME : NAME;
        }
    }

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EE dd.MM", new Locale("ru"));

    static YearChange of(int year, WorkingCalendar before, WorkingCalendar after) {
        boolean added = before.find(year).isEmpty();
        boolean removed = after.find(year).isEmpty();
        Map<Turn, List<String>> turns = new EnumMap<>(Turn.class);
        dates(year).forEach(date -> {
            DayKind was = kind(before, date);
            DayKind is = kind(after, date);
            boolean told = was != is && !removed && !(added && Turn.of(was, is) == Turn.NAME);
            if (told) {
                turns.computeIfAbsent(Turn.of(was, is), t -> new ArrayList<>())
                        .add(DAY.format(date) + ": " + (added ? "" : was.title() + " → ") + is.title());
            }
        });
        List<Group> groups = new ArrayList<>();
        turns.forEach((turn, days) -> groups.add(new Group(turn.title, List.copyOf(days))));
        return new YearChange(year, added, removed, Days.of(before, year), Days.of(after, year), groups);
    }

    private static Stream<LocalDate> dates(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
    }

    /** By the calendar, or as in an ordinary week where it has no such year: only to compare, never to count. */
    private static DayKind kind(WorkingCalendar calendar, LocalDate date) {
        return calendar.find(date.getYear()).map(y -> calendar.kind(date)).orElseGet(() -> ordinary(date));
    }

    private static DayKind ordinary(LocalDate date) {
        var week = new CalendarYear(date.getYear(), Map.of(), java.util.Set.of());
        return WorkingCalendar.of(week).kind(date);
    }
}
