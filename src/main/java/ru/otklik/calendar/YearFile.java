package ru.otklik.calendar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import ru.otklik.kernel.Outcome;
import ru.otklik.region.CalendarFile;
import ru.otklik.region.XmlCalendar;
import ru.otklik.worktime.CalendarYear;

/** A file from a stranger with one year in it: what begins with «<» is XML, the rest is YAML. */
final class YearFile {

    private static final int MOST_BYTES = 256 * 1024;

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
}
