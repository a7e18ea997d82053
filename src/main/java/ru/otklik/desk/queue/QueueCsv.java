package ru.otklik.desk.queue;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.otklik.desk.Titles;

/** A queue as a file that a Russian spreadsheet opens by a double click. */
final class QueueCsv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private QueueCsv() {}

    static void write(Writer out, List<QueueView.Line> lines) throws IOException {
        out.write(BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().fieldSeparator(';').build(out)) {
            csv.writeRecord(
                    "№",
                    "Состояние",
                    "Срок",
                    "Осталось",
                    "Важность",
                    "Тематика",
                    "Локация",
                    "Исполнитель",
                    "Сеть",
                    "Автор",
                    "Сообщение",
                    "Проверочное");
            for (var line : lines) {
                var row = line.row();
                csv.writeRecord(
                        Long.toString(row.id()),
                        row.state().title(),
                        line.due(),
                        line.left().map(Titles.Left::text).orElse(""),
                        row.importance().title(),
                        line.topic(),
                        line.place(),
                        safe(line.lead()),
                        safe(line.network()),
                        safe(row.authorName()),
                        safe(row.excerpt()),
                        row.test() ? "да" : "");
            }
        }
    }

    /** What a stranger wrote must not run as a formula. */
    private static String safe(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
