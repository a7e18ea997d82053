package ru.otklik.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.otklik.casework.NewMessage;
import ru.otklik.intake.table.Table;
import ru.otklik.kernel.Outcome;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MessageFileTest {

    private static final Charset WINDOWS = Charset.forName("windows-1251");
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    @TempDir
    Path home;

    @Test
    void a_file_of_windows_1251_with_semicolons_is_read_as_written() throws IOException {
        assertThat(texts(file("id;Текст сообщения\n1;Яма на дороге, ёлки\n", WINDOWS)))
                .containsExactly("Яма на дороге, ёлки");
    }

    @Test
    void a_mark_of_utf_8_is_no_part_of_the_first_title() throws IOException {
        assertThat(texts(file("\ufeffтекст,id\nнет воды,1\n", StandardCharsets.UTF_8)))
                .containsExactly("нет воды");
    }

    @Test
    void tabs_are_told_from_commas_inside_quotes() throws IOException {
        assertThat(texts(file("\"текст\"\t\"дата, время, место\"\nсвет, вода, газ\tвчера\n", StandardCharsets.UTF_8)))
                .containsExactly("свет, вода, газ");
    }

    @Test
    void quotes_keep_separators_quotes_and_lines() throws IOException {
        var rows = rows(file("id;текст\n1;\"одна; \"\"две\"\"\nтри\"\n2;четыре\n", StandardCharsets.UTF_8));
        assertThat(rows).extracting(r -> r.cells().get(1)).containsExactly("одна; \"две\"\nтри", "четыре");
        assertThat(rows).extracting(Table.Row::line).containsExactly(2, 4);
    }

    @Test
    void an_unclosed_quote_costs_its_own_row_only() throws IOException {
        var rows = rows(file("id;текст\n1;\"нет света\n2;\"нет воды\"\n3;нет газа\n", StandardCharsets.UTF_8));
        assertThat(rows).extracting(Table.Row::line).containsExactly(2, 3, 4);
        assertThat(rows).extracting(Table.Row::broken).containsExactly("кавычки не закрыты", null, null);
        assertThat(rows.get(2).cells()).containsExactly("3", "нет газа");
    }

    @Test
    void an_unclosed_quote_in_the_last_row_is_found_too() throws IOException {
        var rows = rows(file("id;текст\n1;нет света\n2;\"нет воды\n\nи газа", StandardCharsets.UTF_8));
        assertThat(rows).extracting(Table.Row::line).containsExactly(2, 3, 5);
        assertThat(rows.get(1).broken()).isEqualTo("кавычки не закрыты");
        assertThat(rows.get(2).broken()).isEqualTo("столбцов 1, а в заголовке 2");
    }

    @Test
    void a_row_of_another_width_is_broken_but_empty_cells_at_its_end_are_nothing() throws IOException {
        var rows = rows(file("id;текст\n1;а;б\n2;в;;\n3\n\n4;г\n", StandardCharsets.UTF_8));
        assertThat(rows).extracting(Table.Row::line).containsExactly(2, 3, 4, 6);
        assertThat(rows).extracting(r -> r.broken() == null).containsExactly(false, true, false, true);
    }

    @Test
    void a_column_may_be_named_by_the_person() throws IOException {
        var path = file("что случилось;текст\nпотоп;не то\n", StandardCharsets.UTF_8);
        var whole = MessageFile.open(path, Map.of("text", "Что случилось")).get();
        List<String> texts = new ArrayList<>();
        whole.each(r -> texts.add(whole.columns().of(Columns.Field.TEXT, r.cells())));
        assertThat(texts).containsExactly("потоп");
    }

    @Test
    void a_file_without_a_column_of_text_is_refused_as_a_whole() throws IOException {
        assertThat(refusal(file("a;b\n1;2\n", StandardCharsets.UTF_8))).contains("Не найден столбец с текстом");
        assertThat(refusal(file("id;текст\n", StandardCharsets.UTF_8))).contains("нет ни одной строки");
        assertThatThrownBy(() -> MessageFile.open(file("\n\n", StandardCharsets.UTF_8), Map.of()))
                .hasMessage("Файл пуст.");
    }

    @Test
    void a_row_is_known_by_its_content_wherever_it_stands() throws IOException {
        var first = messages(file("текст;автор\nнет воды;Иванова\nнет газа;Петров\n", StandardCharsets.UTF_8));
        var second = messages(file("автор,текст\nПетров,нет газа\nИванова,нет воды\n", WINDOWS));
        assertThat(first).extracting(NewMessage::externalId).doesNotHaveDuplicates();
        assertThat(second).containsExactlyInAnyOrderElementsOf(first);
    }

    @Test
    void a_number_alone_is_a_rows_and_another_file_with_the_same_numbers_swallows_nothing() throws IOException {
        var message = messages(file("id;сеть;текст;дата\n77;ВКонтакте;нет воды;20.11.2026 16:30\n", WINDOWS))
                .get(0);
        var other = messages(file("id;сеть;текст;дата\n77;ВКонтакте;нет газа;20.11.2026 16:30\n", WINDOWS))
                .get(0);
        var same = messages(file("дата;id;текст\n20.11.2026 16:30;77;нет воды\n", WINDOWS))
                .get(0);
        assertThat(message.externalId()).startsWith("77/").isNotEqualTo(other.externalId());
        assertThat(message.externalId()).isEqualTo(same.externalId());
        assertThat(message.network()).isEqualTo("import");
        assertThat(message.postedAt()).isEqualTo(Instant.parse("2026-11-20T13:30:00Z"));
    }

    @Test
    void dates_are_read_as_tables_write_them() {
        for (String date : List.of(
                "20.11.2026 16:30",
                "20.11.2026, 16:30:00",
                "2026-11-20T16:30:00+03:00",
                "2026-11-20 16:30",
                "2026-11-20T13:30:00Z",
                "2026-11-20T13:30:00.000Z",
                "46346.6875",
                "1795181400")) {
            assertThat(Dates.read(date, MOSCOW)).as(date).contains(Instant.parse("2026-11-20T13:30:00Z"));
        }
        assertThat(Dates.read("20.11.2026", MOSCOW)).contains(Instant.parse("2026-11-19T21:00:00Z"));
        assertThat(Dates.read("на днях", MOSCOW)).isEmpty();
    }

    @Test
    void markup_becomes_lines_and_comparisons_stay() {
        assertThat(PlainText.of("<p>Нет воды<br>и&nbsp;газа</p><div>Дом&nbsp;5</div><script>alert(1)</script>"))
                .isEqualTo("Нет воды\nи\u00a0газа\nДом\u00a05");
        assertThat(PlainText.of("давление 2 < 3, а нужно > 5 & точка"))
                .isEqualTo("давление 2 < 3, а нужно > 5 & точка");
        assertThat(PlainText.of("<b></b> <br>")).isEmpty();
        assertThat(PlainText.of("яма \uD83D, яма \uD83D\uDE00")).isEqualTo("яма \uFFFD, яма \uD83D\uDE00");
    }

    @Test
    void a_workbook_is_read_like_a_text_table() throws IOException {
        var path = home.resolve("книга.csv"); // known by what it is, not by its name
        try (var out = Files.newOutputStream(path);
                var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("1");
            sheet.value(0, 0, "ID");
            sheet.value(0, 1, "Текст");
            sheet.value(1, 0, 15);
            sheet.value(1, 1, "нет воды");
            sheet.value(3, 1, "нет газа");
        }
        var messages = messages(path);
        assertThat(messages).extracting(NewMessage::text).containsExactly("нет воды", "нет газа");
        assertThat(messages.get(0).externalId()).startsWith("15/");
        assertThat(rows(path)).extracting(Table.Row::line).containsExactly(2, 4);
    }

    @Test
    void a_workbook_that_unfolds_into_a_huge_one_is_refused() throws IOException {
        var path = zip("xl/workbook.xml", "<workbook/>", "xl/sharedStrings.xml", 130);
        assertThatThrownBy(() -> MessageFile.open(path, Map.of()))
                .isInstanceOf(Table.Unusable.class)
                .hasMessageContaining("слишком велик");
    }

    @Test
    void other_files_are_refused_with_a_sentence() throws IOException {
        var broken = zip("xl/workbook.xml", "<workbook/>", "xl/other.xml", 0);
        var entities = zip("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><workbook/>", "xl/other.xml", 0);
        var cut = home.resolve("cut.xlsx");
        Files.write(cut, new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
        var old = home.resolve("old.xls");
        Files.write(old, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0});
        var binary = home.resolve("binary");
        Files.write(binary, new byte[] {'a', 0, 'b', (byte) 0xff});
        for (Path path : List.of(broken, entities, cut, old, binary, home.resolve("none.csv"))) {
            assertThatThrownBy(() -> MessageFile.open(path, Map.of()))
                    .as(path.toString())
                    .isInstanceOf(Table.Unusable.class);
        }
    }

    private Path zip(String one, String text, String other, int megabytes) throws IOException {
        var path = Files.createTempFile(home, "book", ".xlsx");
        try (var out = new ZipOutputStream(Files.newOutputStream(path))) {
            out.putNextEntry(new ZipEntry(one));
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry(other));
            for (int i = 0; i < megabytes; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        return path;
    }

    private Path file(String text, Charset charset) throws IOException {
        var path = Files.createTempFile(home, "table", ".csv");
        Files.write(path, text.getBytes(charset));
        return path;
    }

    private static List<Table.Row> rows(Path file) throws IOException {
        List<Table.Row> rows = new ArrayList<>();
        MessageFile.open(file, Map.of()).get().each(rows::add);
        return rows;
    }

    private static List<NewMessage> messages(Path file) throws IOException {
        var whole = MessageFile.open(file, Map.of()).get();
        var reader = new MessageRows(whole.columns(), MOSCOW, null);
        List<NewMessage> messages = new ArrayList<>();
        whole.each(r -> messages.add(reader.message(r.cells())));
        return messages;
    }

    private static List<String> texts(Path file) throws IOException {
        return messages(file).stream().map(NewMessage::text).toList();
    }

    private static String refusal(Path file) throws IOException {
        Outcome<MessageFile> outcome = MessageFile.open(file, Map.of());
        return outcome.fold(v -> "", r -> r.sentence());
    }
}
