package ru.otklik.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import ru.otklik.region.WorkingTimeSettings;
import ru.otklik.worktime.TimeText;

/** What everybody is told when the calendar is about to end, and after it. */
public final class CalendarWarning {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private CalendarWarning() {}

    public static Optional<String> of(WorkingTimeSettings settings, Instant now) {
        LocalDate last = settings.calendar().to();
        long left = settings.calendar().daysLeft(LocalDate.ofInstant(now, settings.zone()));
        int next = last.getYear() + 1;
        if (left > settings.warnDays()) {
            return Optional.empty();
        }
        if (left < 0) {
            return Optional.of(
                    "Производственный календарь кончился %s: сроки не посчитать, новые сообщения не принимаются. Администратору нужно загрузить календарь на %d год."
                            .formatted(DATE.format(last), next));
        }
        return Optional.of(
                "Производственный календарь кончается %s: %s. Администратору нужно загрузить календарь на %d год."
                        .formatted(DATE.format(last), left(left), next));
    }

    private static String left(long days) {
        if (days == 0) {
            return "сегодня последний день";
        }
        return TimeText.plural(days, "остался", "осталось", "осталось") + " " + days + " "
                + TimeText.plural(days, "день", "дня", "дней");
    }
}
