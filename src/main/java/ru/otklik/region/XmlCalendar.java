package ru.otklik.region;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import ru.otklik.kernel.Outcome;
import ru.otklik.worktime.CalendarYear;
import ru.otklik.worktime.DayKind;

/** One year of the production calendar in the XML form of xmlcalendar.ru, as an administrator uploads it. */
public final class XmlCalendar {

    private static final int NOT_YET = -1;
    private static final int MOST_BYTES = 256 * 1024;

    private int year = NOT_YET;
    /** By the number that a day refers to. */
    private final Map<String, String> titles = new HashMap<>();

    private final Map<LocalDate, DayKind> marks = new HashMap<>();
    private final Set<LocalDate> presidential = new HashSet<>();

    private XmlCalendar() {}

    /** A file from a stranger: no external entities, no DTD, no more than 256 KB. */
    public static Outcome<CalendarYear> read(InputStream in) {
        try {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                return refused("файл больше 256 КБ");
            }
            return Outcome.done(new XmlCalendar().parse(bytes));
        } catch (XMLStreamException e) {
            return refused("это не XML, ошибка в строке " + e.getLocation().getLineNumber());
        } catch (DateTimeException e) {
            return refused("в нём есть дата, которой не бывает");
        } catch (IllegalArgumentException e) {
            return refused(String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
        } catch (IOException e) {
            return refused("файл не читается");
        }
    }

    private static Outcome<CalendarYear> refused(String reason) {
        return Outcome.refused(
                "bad-calendar",
                "Календарь не загружен: %s. Нужен файл calendar.xml за один год с сайта xmlcalendar.ru."
                        .formatted(reason));
    }

    private CalendarYear parse(byte[] bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new IllegalArgumentException("в файле есть DTD или ссылки на сущности, это не допускается");
                case XMLStreamConstants.START_ELEMENT -> element(xml);
                default -> {}
            }
        }
        if (marks.get(LocalDate.of(year, 1, 1)) != DayKind.HOLIDAY) {
            throw new IllegalArgumentException("в нём нет года или 1 января не отмечено праздником");
        }
        return new CalendarYear(year, marks, presidential);
    }

    private void element(XMLStreamReader xml) {
        if (xml.getLocalName().equals("calendar") != (year == NOT_YET)) {
            throw new IllegalArgumentException("в нём нет одного года: файл должен весь быть внутри <calendar>");
        }
        switch (xml.getLocalName()) {
            case "calendar" -> year = number(required(xml, "year"));
            case "holiday" -> titles.put(required(xml, "id"), required(xml, "title"));
            case "day" -> day(required(xml, "d"), required(xml, "t"), xml.getAttributeValue(null, "h"));
            default -> {}
        }
    }

    private void day(String day, String type, @Nullable String holiday) {
        if (!day.matches("\\d{2}\\.\\d{2}")) {
            throw new IllegalArgumentException("непонятная дата «%s»".formatted(day));
        }
        var date = LocalDate.of(year, number(day.substring(0, 2)), number(day.substring(3)));
        if (marks.containsKey(date) || presidential.contains(date)) {
            throw new IllegalArgumentException("день %s записан дважды".formatted(day));
        }
        switch (type) {
            case "1" -> dayOff(date, holiday);
            case "2" -> marks.put(date, date.getDayOfWeek().getValue() > 5 ? DayKind.MOVED_SHORT : DayKind.SHORT);
            case "3" -> marks.put(date, DayKind.MOVED);
            default -> throw new IllegalArgumentException("у дня %s неизвестный вид «%s»".formatted(day, type));
        }
    }

    private void dayOff(LocalDate date, @Nullable String holiday) {
        if (holiday != null && titles.getOrDefault(holiday, "").contains("Указ Президента")) {
            presidential.add(date);
        } else {
            marks.put(date, holiday == null ? DayKind.DAY_OFF : DayKind.HOLIDAY);
        }
    }

    private static String required(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        if (value == null) {
            throw new IllegalArgumentException("в строке %d у «%s» нет «%s»"
                    .formatted(xml.getLocation().getLineNumber(), xml.getLocalName(), name));
        }
        return value;
    }

    /** Zero, a year and a month that never were, when it is no number. */
    private static int number(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }
}
