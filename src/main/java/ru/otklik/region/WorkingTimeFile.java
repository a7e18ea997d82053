package ru.otklik.region;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ru.otklik.worktime.WorkingCalendar;
import ru.otklik.worktime.WorkingHours;

/** {@code working-time.yml} of a region. */
final class WorkingTimeFile {

    private static final int WARN_DAYS = 60;

    private WorkingTimeFile() {}

    /** @param calendars finds a production calendar by its name */
    static WorkingTimeSettings read(YamlNode root, Function<String, WorkingCalendar> calendars) {
        root.only("zone", "calendar", "presidential-days-off", "hours", "warn-days");
        ZoneId zone = root.get("zone").as(WorkingTimeFile::zone);
        boolean off = root.find("presidential-days-off").map(YamlNode::flag).orElse(true);
        int warnDays = root.find("warn-days").map(YamlNode::number).orElse(WARN_DAYS);
        if (warnDays < 0) {
            throw root.get("warn-days").error("число дней не может быть отрицательным.");
        }
        WorkingHours hours = hours(root.get("hours"));
        WorkingCalendar calendar = calendars.apply(root.get("calendar").as(Region::name));
        return new WorkingTimeSettings(zone, calendar.presidentialDaysOff(off), hours, off, warnDays);
    }

    /** Either one text, or a line for each group of days. */
    private static WorkingHours hours(YamlNode node) {
        if (!node.isMap()) {
            return node.as(WorkingHours::parse);
        }
        Map<DayOfWeek, List<WorkingHours.Span>> week = new EnumMap<>(DayOfWeek.class);
        node.entries().forEach((days, spans) -> {
            for (DayOfWeek day : spans.checked(() -> WorkingHours.days(days))) {
                if (week.put(day, spans.as(WorkingHours::spans)) != null) {
                    throw spans.error("день недели указан дважды: «" + days + "».");
                }
            }
        });
        return node.checked(() -> WorkingHours.of(week));
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException(
                    "неизвестный часовой пояс «%s»; пример: Europe/Moscow.".formatted(text), e);
        }
    }
}
