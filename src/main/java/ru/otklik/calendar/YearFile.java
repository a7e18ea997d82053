package ru.otklik.calendar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ru.otklik.kernel.Outcome;
import ru.otklik.region.CalendarFile;
import ru.otklik.region.XmlCalendar;
import ru.otklik.worktime.CalendarYear;
import ru.otklik.worktime.DayKind;

/** Years as a text: from a stranger, one year, XML where it begins with «<» and YAML otherwise; to a file, YAML. */
final class YearFile {

    private static final int MOST_BYTES = 256 * 1024;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM");

    private YearFile() {}

    static Outcome<CalendarYear> read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            return refused("файл больше 256 КБ");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replaceFirst("^\uFEFF", "")
                    .strip();
            if (text.isEmpty()) {
                return refused("файл пуст");
            }
            return text.startsWith("<") ? XmlCalendar.read(new ByteArrayInputStream(bytes)) : CalendarFile.year(text);
        } catch (CharacterCodingException e) {
            return refused("это не текст в кодировке UTF-8");
        }
    }

    private static Outcome<CalendarYear> refused(String reason) {
        return Outcome.refused(
                "bad-calendar",
                "Календарь не загружен: %s. Нужен XML с сайта xmlcalendar.ru или YAML, как в calendars/ru.yml."
                        .formatted(reason));
    }

    /** What {@link CalendarFile#years} reads as the same years. */
    static String text(Collection<CalendarYear> years) {
        var text = new StringBuilder("years:\n");
        for (CalendarYear y : years) {
            text.append("  ").append(y.year()).append(":\n");
            line(text, "holidays", marked(y, DayKind.HOLIDAY));
            line(text, "off", marked(y, DayKind.DAY_OFF));
            line(text, "short", marked(y, DayKind.SHORT, DayKind.MOVED_SHORT));
            line(text, "working", marked(y, DayKind.MOVED, DayKind.MOVED_SHORT));
            line(text, "presidential", y.presidential().stream());
        }
        return text.toString();
    }

    private static Stream<LocalDate> marked(CalendarYear year, DayKind... kinds) {
        Map<LocalDate, DayKind> marks = year.marks();
        return marks.keySet().stream().filter(d -> List.of(kinds).contains(marks.get(d)));
    }

    private static void line(StringBuilder text, String key, Stream<LocalDate> dates) {
        String written = dates.map(DAY::format).collect(Collectors.joining(" "));
        if (!written.isEmpty()) {
            text.append("    ").append(key).append(": ").append(written).append('\n');
        }
    }
}
