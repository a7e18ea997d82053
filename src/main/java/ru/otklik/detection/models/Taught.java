package ru.otklik.detection.models;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import ru.otklik.detection.learn.Example;
import ru.otklik.regulation.Importance;

/** The messages that a model learned from, kept beside it: the next one learns from them too. */
final class Taught {

    private Taught() {}

    static void write(List<Example> examples, OutputStream out) throws IOException {
        try (var csv =
                CsvWriter.builder().build(new OutputStreamWriter(new GZIPOutputStream(out), StandardCharsets.UTF_8))) {
            csv.writeRecord("text", "topic", "group", "authority", "toxic", "asks", "importance");
            for (Example e : examples) {
                csv.writeRecord(
                        e.text(),
                        told(e.topic()),
                        told(e.group()),
                        told(e.authority()),
                        told(e.toxic()),
                        told(e.asks()),
                        told(e.importance()));
            }
        }
    }

    static List<Example> read(InputStream in) throws IOException {
        try (var csv = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            return csv.stream().map(Taught::example).toList();
        }
    }

    private static Example example(NamedCsvRecord row) {
        return new Example(
                row.getField("text"),
                nothing(row.getField("topic")),
                nothing(row.getField("group")),
                nothing(row.getField("authority")),
                said(row.getField("toxic")),
                said(row.findField("asks").orElse("")),
                row.findField("importance").flatMap(Importance::named).orElse(null));
    }

    private static String told(@Nullable Object field) {
        return field == null ? "" : field.toString();
    }

    private static @Nullable Boolean said(String field) {
        return field.isEmpty() ? null : Boolean.valueOf(field);
    }

    private static @Nullable String nothing(String field) {
        return field.isEmpty() ? null : field;
    }
}
