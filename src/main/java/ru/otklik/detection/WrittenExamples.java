package ru.otklik.detection;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import ru.otklik.detection.learn.Example;
import ru.otklik.region.Region;

/** Messages that somebody wrote for the rubric of a region, {@code examples.csv}: a start while people have decided little. */
public final class WrittenExamples {

    private static final String FILE = "examples.csv";

    private final Region region;
    private final FirstAssessment detection;

    /** @param detection knows the titles of the codes in the file */
    public WrittenExamples(Region region, FirstAssessment detection) {
        this.region = region;
        this.detection = detection;
    }

    /** None where the region has no such file. */
    public List<Example> read() {
        Optional<Reader> file = region.find(FILE);
        if (file.isEmpty()) {
            return List.of();
        }
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file.get())) {
            return rows.stream().map(this::example).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Example example(NamedCsvRecord row) {
        return detection.titled(
                new Example(row.getField("text"), row.getField("topic"), null, row.getField("authority"), false));
    }
}
