package ru.otklik.calendar;

import java.nio.charset.StandardCharsets;
import ru.otklik.region.CalendarFile;
import ru.otklik.worktime.CalendarYear;

/** Years that are not those of the program. */
final class Years {

    private Years() {}

    /** 2028: eight holidays, of them six in the week; one moved Saturday, shortened. */
    static final String XML_2028 = xml(
            2028,
            "<day d='01.01' t='1' h='1'/><day d='01.03' t='1' h='1'/><day d='01.04' t='1' h='1'/>"
                    + "<day d='02.23' t='1' h='2'/><day d='03.08' t='1' h='2'/><day d='05.01' t='1' h='2'/>"
                    + "<day d='05.09' t='1' h='2'/><day d='06.12' t='1' h='2'/><day d='06.10' t='2'/><day d='05.08' t='1' f='06.10'/>");

    /** 2026 as an ordinary one, but with Monday 23 November off. */
    static final String YAML_2026 = "years:\n  2026:\n    holidays: 01.01-08.01\n    off: 23.11\n    short: 31.12\n";

    static String xml(int year, String days) {
        return "<?xml version='1.0' encoding='UTF-8'?><calendar year='" + year
                + "' lang='ru' country='ru'><holidays><holiday id='1' title='Новогодние каникулы'/>"
                + "<holiday id='2' title='Праздник'/></holidays><days>" + days + "</days></calendar>";
    }

    static CalendarYear yaml(String text) {
        return CalendarFile.year(text).get();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
