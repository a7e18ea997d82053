package ru.otklik.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.otklik.directory.People;
import ru.otklik.directory.Visitor;

@WithCalendar
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CalendarPagesTest {

    private static final String LIST = "/admin/calendar";
    private static final Pattern HIDDEN = Pattern.compile("name=\"(content|source|seen)\" value=\"([^\"]*)\"");

    @Autowired
    WorkingTimes times;

    @Autowired
    CalendarKeeping keeping;

    @Autowired
    People people;

    @LocalServerPort
    int port;

    Visitor administrator;

    @BeforeEach
    void signed_in() {
        administrator = Visitor.signedIn(port, "admin", "otklik-demo");
    }

    @AfterEach
    void as_the_files_say() {
        var loaded = new ArrayList<>(times.loaded());
        Collections.reverse(loaded);
        loaded.forEach(l -> keeping.takeBack(
                        l.year().year(),
                        times.current().calendar().version(),
                        people.findByLogin("admin").orElseThrow())
                .get());
    }

    @Test
    void a_year_is_added_from_xml_after_a_preview_and_taken_back() throws Exception {
        String version = times.current().calendar().version();
        var preview = upload("calendar-2028.xml", Years.XML_2028);
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body())
                .contains(
                        "Этого года в календаре ещё нет",
                        "Станут нерабочими: 8",
                        "пн 08.05: выходной по переносу",
                        "Станут рабочими: 1",
                        "сб 10.06: сокращённый рабочий день по переносу",
                        "Добавить год")
                .doesNotContain("сб 01.01");
        assertThat(times.current().calendar().version())
                .as("nothing is saved yet")
                .isEqualTo(version);

        assertThat(confirm(preview.body(), LIST + "/years").statusCode()).isEqualTo(302);
        assertThat(times.current().calendar().to()).isEqualTo("2028-12-31");
        assertThat(times.current().calendar().version()).isNotEqualTo(version);
        assertThat(administrator.get(LIST).body())
                .contains("31.12.2028", "добавлен 20.11.2026 16:30", "calendar-2028.xml");
        assertThat(Files.readString(Path.of(WithCalendar.HOME, "calendar", "stavropol.yml")))
                .contains("2028:");
        assertThat(administrator.get("/admin/changes?subject=CALENDAR").body())
                .contains(
                        "производственный календарь: 2028 год",
                        "версия календаря: " + times.current().calendar().version());

        var back = administrator.get(LIST + "/years/2028/take-back").body();
        assertThat(back).contains("Этот год перестанет быть в календаре");
        assertThat(confirm(back, LIST + "/years/2028/take-back").statusCode()).isEqualTo(302);
        assertThat(times.current().calendar().version()).isEqualTo(version);
        assertThat(Path.of(WithCalendar.HOME, "calendar", "stavropol.yml")).doesNotExist();
    }

    @Test
    void a_year_is_replaced_from_yaml_and_the_built_in_one_comes_back() {
        String version = times.current().calendar().version();
        var preview = upload("2026.yml", Years.YAML_2026).body();
        assertThat(preview)
                .contains(
                        "Ниже все дни, которые изменятся",
                        "пн 23.11: рабочий день → выходной по переносу",
                        "пт 12.06: праздничный день → рабочий день",
                        "Заменить год");
        confirm(preview, LIST + "/years");
        assertThat(administrator.get(LIST).body()).contains("заменён 20.11.2026 16:30", "Вернуть встроенный");
        var back = administrator.get(LIST + "/years/2026/take-back").body();
        assertThat(back).contains("пн 23.11: выходной по переносу → рабочий день", "Вернуть встроенный");
        confirm(back, LIST + "/years/2026/take-back");
        assertThat(times.current().calendar().version()).isEqualTo(version);
        assertThat(administrator.get(LIST).body()).doesNotContain("заменён");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<calendar year='2028'>                                       | это не XML",
                "<days year='2028'/>                                          | внутри <calendar>",
                "<calendar year='20280'/>                                     | 1 января не отмечено",
                "<calendar year='2028'><day d='01.01' t='1' h='1'/><day d='02.30' t='1'/></calendar> | дата, которой не бывает",
                "<calendar year='2030'><day d='01.01' t='1' h='1'/></calendar> | пропущен 2028",
                "years: {2028: {holidays: 01.01}, 2029: {holidays: 01.01}}    | ровно один год, а в нём 2",
                "years: {2028: {}}                                            | 1 января не отмечено",
                "years: {2028: {holidays: 01.01 31.02}}                       | строка 1: такой даты",
                "years: {2028: {holidays: 01.01, working: 03.01}}             | не может быть отмечен",
                "years: {2028: {holidays: 01.01, weekends: 03.01}}            | неизвестный ключ «weekends»",
                "years: !!java.net.URL [http://localhost/]                    | это не YAML",
                "просто слова                                                 | ключ: значение",
                "{                                                            | это не YAML",
            })
    void a_wrong_file_is_one_sentence_and_nothing_is_replaced(String file, String reason) {
        assertRefused(upload("file", file), reason.replace("<", "&lt;").replace(">", "&gt;"));
    }

    @Test
    void a_hostile_file_gets_nothing_and_learns_nothing() {
        assertRefused(
                upload(
                        "xxe.xml",
                        "<!DOCTYPE c [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><calendar year='2028'>&x;</calendar>"),
                "DTD");
        assertRefused(upload("huge.xml", "<calendar>" + " ".repeat(300_000)), "256 КБ");
        assertRefused(upload("empty.xml", ""), "файл пуст");
        assertRefused(administrator.upload(LIST, LIST, "bytes", new byte[] {(byte) 0xff, 0, 1, 2}), "UTF-8");
        String ran = upload("<script>.xml", Years.XML_2028).body();
        assertThat(ran).contains("value=\"&lt;script>.xml\"").doesNotContain("<script>.xml");
    }

    @Test
    void the_same_file_again_says_that_there_is_nothing_to_change() {
        confirm(upload("2028.xml", Years.XML_2028).body(), LIST + "/years");
        assertThat(upload("2028.xml", Years.XML_2028).body()).contains("уже точно такой");
    }

    @Test
    void what_comes_back_from_the_preview_is_checked_again() {
        var preview = upload("2028.xml", Years.XML_2028).body();
        var fields = hidden(preview);
        fields.put("content", "years: {2028: {holidays: 01.01, short: 01.01}}");
        assertRefused(administrator.submit(LIST, LIST + "/years", fields), "отмечена дважды");
        var stale = hidden(preview);
        confirm(upload("2026.yml", Years.YAML_2026).body(), LIST + "/years");
        var answer = administrator.submit(LIST, LIST + "/years", stale);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("календарь изменил кто-то другой");
        assertThat(times.current().calendar().to()).isEqualTo("2027-12-31");
    }

    @Test
    void a_year_before_a_loaded_one_cannot_be_taken_out() {
        confirm(upload("2028.xml", Years.XML_2028).body(), LIST + "/years");
        confirm(upload("2029.yml", "years: {2029: {holidays: 01.01}}").body(), LIST + "/years");
        var answer = administrator.get(LIST + "/years/2028/take-back");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("2028 год убрать нельзя");
        assertThat(administrator.get(LIST + "/years/2020/take-back").body()).contains("никто не загружал");
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "controller", "approver"})
    void only_the_administrator_gets_in(String login) {
        var other = Visitor.signedIn(port, login, "otklik-demo");
        assertThat(other.get("/password").body()).doesNotContain(LIST);
        assertThat(other.get(LIST).statusCode()).isEqualTo(403);
        assertThat(other.upload("/password", LIST, "2028.xml", Years.bytes(Years.XML_2028))
                        .statusCode())
                .isEqualTo(403);
        var fields = Map.of(
                "content",
                Years.YAML_2026,
                "source",
                "",
                "seen",
                times.current().calendar().version());
        assertThat(other.submit("/password", LIST + "/years", fields).statusCode())
                .isEqualTo(403);
        assertThat(times.loaded()).isEmpty();
    }

    private void assertRefused(java.net.http.HttpResponse<String> answer, String reason) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("role=\"alert\">Календарь не загружен: ", reason, "Показать, что изменится");
        assertThat(times.loaded()).isEmpty();
    }

    private java.net.http.HttpResponse<String> upload(String name, String content) {
        return administrator.upload(LIST, LIST, name, Years.bytes(content));
    }

    private java.net.http.HttpResponse<String> confirm(String preview, String action) {
        return administrator.submit(LIST, action, hidden(preview));
    }

    private static Map<String, String> hidden(String preview) {
        Map<String, String> fields = new HashMap<>();
        var found = HIDDEN.matcher(preview);
        while (found.find()) {
            fields.put(found.group(1), found.group(2).replace("&lt;", "<").replace("&amp;", "&"));
        }
        return fields;
    }
}
