package ru.otklik.worktime;

import java.time.LocalDate;
import java.util.StringJoiner;

/** Days in a row that are not worked, as one line: {@code сб 21.11, вс 22.11: выходные}. */
final class DaysOff {

    private static final int SPELLED_OUT = 4;

    private enum Why {
        WEEKEND("выходной", "выходные"),
        HOLIDAY("праздничный день", "праздничные дни"),
        DAY_OFF("выходной по переносу", "выходные по переносу"),
        NON_WORKING("нерабочий день по указу Президента", "нерабочие дни по указу Президента"),
        SCHEDULE("не рабочий день по графику", "не рабочие дни по графику");

        private final String one;
        private final String many;

        Why(String one, String many) {
            this.one = one;
            this.many = many;
        }

        static Why of(LocalDate date, DayKind kind) {
            return switch (kind) {
                case WEEKEND -> WEEKEND;
                case HOLIDAY -> HOLIDAY;
                case DAY_OFF -> CalendarYear.weekend(date) ? WEEKEND : DAY_OFF;
                case NON_WORKING -> CalendarYear.weekend(date) ? WEEKEND : NON_WORKING;
                case WORKDAY, SHORT, MOVED, MOVED_SHORT -> SCHEDULE;
            };
        }
    }

    private DaysOff() {}

    static String line(LocalDate first, LocalDate last, WorkingCalendar calendar) {
        if (last.toEpochDay() - first.toEpochDay() >= SPELLED_OUT) {
            return "%s: нерабочие дни, всего %d (%s)"
                    .formatted(
                            range(first, last),
                            last.toEpochDay() - first.toEpochDay() + 1,
                            kinds(first, last, calendar));
        }
        var text = new StringJoiner("; ");
        for (LocalDate from = first; !from.isAfter(last); ) {
            Why why = Why.of(from, calendar.kind(from));
            LocalDate to = from;
            while (to.isBefore(last) && Why.of(to.plusDays(1), calendar.kind(to.plusDays(1))) == why) {
                to = to.plusDays(1);
            }
            text.add(range(from, to) + ": " + (from.equals(to) ? why.one : why.many));
            from = to.plusDays(1);
        }
        return text.toString();
    }

    static String range(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return day(first);
        }
        return day(first) + (first.plusDays(1).equals(last) ? ", " : " – ") + day(last);
    }

    private static String kinds(LocalDate first, LocalDate last, WorkingCalendar calendar) {
        var text = new StringJoiner(", ");
        for (Why why : Why.values()) {
            boolean met = first.datesUntil(last.plusDays(1)).anyMatch(d -> Why.of(d, calendar.kind(d)) == why);
            if (met) {
                text.add(why.many);
            }
        }
        return text.toString();
    }

    private static String day(LocalDate date) {
        return TimeText.weekday(date) + " " + TimeText.day(date);
    }
}
