package ru.otklik.worktime;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Calendars and hours for tests. */
final class Weeks {

    private Weeks() {}

    /** What the worked examples need of the years 2024–2027. */
    static WorkingCalendar calendar() {
        return WorkingCalendar.of(
                year(
                        2024,
                        "off 2024-01-01 2024-01-08; moved 2024-04-27; off 2024-04-29 2024-04-30; holiday 2024-05-01"),
                year(2025, "holiday 2025-01-01"),
                year(2026, "short 2026-06-11; holiday 2026-06-12; off 2026-12-31"),
                year(
                        2027,
                        "holiday 2027-01-01 2027-01-02 2027-01-03 2027-01-04 2027-01-05 2027-01-06 2027-01-07 2027-01-08"));
    }

    static WorkingTime nineToSix() {
        return WorkingTime.of(
                calendar(), WorkingHours.parse("пн-пт 09:00-13:00 14:00-18:00"), ZoneId.of("Europe/Moscow"));
    }

    static CalendarYear year(int year, String marks) {
        Map<LocalDate, DayKind> days = new HashMap<>();
        for (String part : marks.split(";")) {
            String[] words = part.strip().split(" ");
            DayKind kind = switch (words[0]) {
                case "short" -> DayKind.SHORT;
                case "holiday" -> DayKind.HOLIDAY;
                case "moved" -> DayKind.MOVED;
                case "movedshort" -> DayKind.MOVED_SHORT;
                default -> DayKind.DAY_OFF;
            };
            for (int i = 1; i < words.length; i++) {
                days.put(LocalDate.parse(words[i]), kind);
            }
        }
        return new CalendarYear(year, days, Set.of());
    }
}
