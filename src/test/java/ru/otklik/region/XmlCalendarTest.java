package ru.otklik.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.otklik.kernel.Outcome;
import ru.otklik.worktime.CalendarYear;
import ru.otklik.worktime.DayKind;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class XmlCalendarTest {

    private static final String NEW_YEAR = "<day d='01.01' t='1' h='1'/>";

    @Test
    void a_year_is_read() {
        CalendarYear year = read(year(NEW_YEAR
                        + "<day d='02.20' t='2'/><day d='02.22' t='1' f='02.20'/><day d='06.11' t='2'/>"
                        + "<day d='12.18' t='3'/><day d='05.04' t='1' h='9'/>"))
                .get();
        assertThat(year.year()).isEqualTo(2021);
        assertThat(year.marks())
                .containsEntry(LocalDate.of(2021, 1, 1), DayKind.HOLIDAY)
                .containsEntry(LocalDate.of(2021, 2, 20), DayKind.MOVED_SHORT)
                .containsEntry(LocalDate.of(2021, 2, 22), DayKind.DAY_OFF)
                .containsEntry(LocalDate.of(2021, 6, 11), DayKind.SHORT)
                .containsEntry(LocalDate.of(2021, 12, 18), DayKind.MOVED)
                .hasSize(5);
        assertThat(year.presidential()).containsExactly(LocalDate.of(2021, 5, 4));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<day d='02.30' t='1'/>                      | дата, которой не бывает",
                "<day d='2.3' t='1'/>                        | непонятная дата «2.3»",
                "<day d='02.03' t='7'/>                      | неизвестный вид «7»",
                "<day d='02.03'/>                            | нет «t»",
                "<day d='02.03' t='2'/><day d='02.03' t='1'/> | записан дважды",
                "<day d='02.03' t='3'/>                      | не может быть отмечен",
                "<day                                        | это не XML",
                "&file;                                      | это не XML",
            })
    void a_wrong_day_is_refused_with_a_sentence(String day, String reason) {
        assertRefused(year(NEW_YEAR + day), reason);
    }

    @Test
    void a_file_without_days_is_not_a_year_of_weekdays() {
        assertRefused(year(""), "1 января не отмечено");
        assertRefused("<html/>", "внутри <calendar>");
        assertRefused("", "это не XML");
        assertRefused("<calendar year='x'/>", "нет года");
        assertRefused("<days>" + NEW_YEAR + "</days>", "внутри <calendar>");
        assertRefused("<calendar year='0'>" + NEW_YEAR + "</calendar>", "вне пределов");
        assertRefused("<calendar year='2021'>" + year(NEW_YEAR) + "</calendar>", "внутри <calendar>");
    }

    @Test
    void no_entity_and_no_dtd_gets_in() {
        assertRefused(
                "<!DOCTYPE c [<!ENTITY file SYSTEM 'file:///etc/hostname'>]>" + year("<x>&file;</x>" + NEW_YEAR),
                "DTD");
        assertRefused(
                "<!DOCTYPE c [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>" + year("<x>&b;</x>" + NEW_YEAR), "DTD");
    }

    @Test
    void a_huge_file_is_refused_before_it_is_parsed() {
        assertRefused(year("<!--" + "x".repeat(300_000) + "-->" + NEW_YEAR), "256 КБ");
    }

    private static void assertRefused(String xml, String reason) {
        String sentence = read(xml).<String>fold(year -> "read: " + year, refusal -> refusal.sentence());
        assertThat(sentence)
                .startsWith("Календарь не загружен: ")
                .contains(reason)
                .endsWith("xmlcalendar.ru.");
    }

    private static String year(String days) {
        return "<calendar year='2021'><holidays><holiday id='1' title='Новогодние каникулы'/>"
                + "<holiday id='9' title='Нерабочие дни (Указ Президента)'/></holidays><days>" + days
                + "</days></calendar>";
    }

    private static Outcome<CalendarYear> read(String xml) {
        return XmlCalendar.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
