package ru.otklik.worktime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One year of the production calendar: the dates that are not what their weekday says.
 *
 * @param marks dates off, shortened, and moved working weekends
 * @param presidential «нерабочие дни» of presidential decrees; a date may stand in {@code marks} too, and is that when
 *     the switch says that presidential days are worked
 */
public record CalendarYear(int year, Map<LocalDate, DayKind> marks, Set<LocalDate> presidential) {

    public CalendarYear {
        if (year < 1993 || year > 2200) {
            throw new IllegalArgumentException("Год календаря %d вне пределов 1993–2200.".formatted(year));
        }
        // sorted, so that equal content prints and hashes alike
        marks = Collections.unmodifiableSortedMap(new TreeMap<>(marks));
        presidential = Collections.unmodifiableSortedSet(new TreeSet<>(presidential));
        marks.forEach((date, kind) -> {
            in(year, date);
            fits(date, kind);
        });
        presidential.forEach(date -> in(year, date));
    }

    /** By the file alone, whatever the presidential switch says. */
    DayKind kind(LocalDate date, boolean presidentialOff) {
        if (presidentialOff && presidential.contains(date)) {
            return DayKind.NON_WORKING;
        }
        DayKind marked = marks.get(date);
        if (marked != null) {
            return marked;
        }
        return weekend(date) ? DayKind.WEEKEND : DayKind.WORKDAY;
    }

    static boolean weekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    private static void in(int year, LocalDate date) {
        if (date.getYear() != year) {
            throw new IllegalArgumentException("Дата %s не относится к %d году.".formatted(TimeText.date(date), year));
        }
    }

    private static void fits(LocalDate date, DayKind kind) {
        boolean allowed = switch (kind) {
            case SHORT -> !weekend(date);
            case MOVED, MOVED_SHORT -> weekend(date);
            case HOLIDAY, DAY_OFF -> true;
            case WORKDAY, WEEKEND, NON_WORKING -> false;
        };
        if (!allowed) {
            throw new IllegalArgumentException("%s (%s) не может быть отмечен как «%s»."
                    .formatted(TimeText.date(date), TimeText.weekday(date), kind.title()));
        }
    }
}
