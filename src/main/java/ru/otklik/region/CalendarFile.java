package ru.otklik.region;

import java.io.Reader;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.otklik.kernel.Outcome;
import ru.otklik.worktime.CalendarYear;
import ru.otklik.worktime.DayKind;
import ru.otklik.worktime.WorkingCalendar;

/** A production calendar of several years; its form is told at the head of {@code calendars/ru.yml}. */
public final class CalendarFile {

    private static final String UPLOADED = "файл";
    private static final Pattern DATES = Pattern.compile("(\\d{2})\\.(\\d{2})(?:-(\\d{2})\\.(\\d{2}))?");

    private CalendarFile() {}

    static WorkingCalendar read(YamlNode root) {
        List<CalendarYear> all = years(root);
        return root.get("years").checked(() -> WorkingCalendar.of(all));
    }

    /** @param place as the file is named in errors */
    public static List<CalendarYear> years(String place, Reader in) {
        return years(YamlNode.read(place, in));
    }

    private static List<CalendarYear> years(YamlNode root) {
        List<CalendarYear> all = new ArrayList<>();
        root.only("years").get("years").entries().forEach((year, node) -> all.add(year(year, node)));
        return all;
    }

    /** The one year of a text from a stranger. */
    public static Outcome<CalendarYear> year(String text) {
        try {
            List<CalendarYear> years = years(UPLOADED, new StringReader(text));
            if (years.size() != 1) {
                return refused("в файле должен быть ровно один год, а в нём " + years.size());
            }
            CalendarYear year = years.get(0);
            return year.marks().get(LocalDate.of(year.year(), 1, 1)) == DayKind.HOLIDAY
                    ? Outcome.done(year)
                    : refused("1 января не отмечено праздником");
        } catch (BadRegionFile e) {
            String reason = String.valueOf(e.getMessage());
            return refused(reason.replaceFirst("^" + UPLOADED + ":(\\d+): ", "строка $1: ")
                    .replaceFirst("\\.$", ""));
        }
    }

    private static Outcome<CalendarYear> refused(String reason) {
        return Outcome.refused(
                "bad-calendar",
                "Календарь не загружен: %s. Нужен XML с сайта xmlcalendar.ru или YAML, как в calendars/ru.yml."
                        .formatted(reason));
    }

    private static CalendarYear year(String text, YamlNode node) {
        if (!text.matches("\\d{4}")) {
            throw node.error("«" + text + "» — не год.");
        }
        int year = Integer.parseInt(text);
        node.only("holidays", "off", "short", "working", "presidential");
        Map<LocalDate, DayKind> marks = new HashMap<>();
        mark(marks, dates(year, node, "holidays"), DayKind.HOLIDAY, node);
        mark(marks, dates(year, node, "off"), DayKind.DAY_OFF, node);
        Set<LocalDate> shortened = dates(year, node, "short");
        Set<LocalDate> moved = dates(year, node, "working");
        Set<LocalDate> both = new TreeSet<>(shortened);
        both.retainAll(moved);
        shortened.removeAll(both);
        moved.removeAll(both);
        mark(marks, both, DayKind.MOVED_SHORT, node);
        mark(marks, shortened, DayKind.SHORT, node);
        mark(marks, moved, DayKind.MOVED, node);
        return node.checked(() -> new CalendarYear(year, marks, dates(year, node, "presidential")));
    }

    private static void mark(Map<LocalDate, DayKind> marks, Set<LocalDate> dates, DayKind kind, YamlNode node) {
        for (LocalDate date : dates) {
            DayKind other = marks.put(date, kind);
            if (other != null) {
                throw node.error("дата %s отмечена дважды: «%s» и «%s».".formatted(date, other.title(), kind.title()));
            }
        }
    }

    private static Set<LocalDate> dates(int year, YamlNode node, String key) {
        Set<LocalDate> dates = new TreeSet<>();
        node.find(key).ifPresent(list -> {
            for (String word : list.text().split("\\s+")) {
                Matcher m = DATES.matcher(word);
                if (!m.matches()) {
                    throw list.error("непонятная дата «%s»; нужно «день.месяц», например 09.05.".formatted(word));
                }
                LocalDate first = list.checked(() -> date(year, m.group(1), m.group(2)));
                LocalDate last = m.group(3) == null ? first : list.checked(() -> date(year, m.group(3), m.group(4)));
                if (last.isBefore(first)) {
                    throw list.error("промежуток «%s» записан наоборот.".formatted(word));
                }
                first.datesUntil(last.plusDays(1)).forEach(date -> {
                    if (!dates.add(date)) {
                        throw list.error("дата %s записана дважды.".formatted(date));
                    }
                });
            }
        });
        return dates;
    }

    private static LocalDate date(int year, String day, String month) {
        return LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day));
    }
}
