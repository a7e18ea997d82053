package ru.otklik.detection;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ru.otklik.detection.learn.Example;
import ru.otklik.region.Region;

/** Messages that somebody wrote for the rubric of a region, {@code examples.csv} and {@code response.csv}: a start while people have decided little. */
public final class WrittenExamples {

    private final Region region;
    private final FirstAssessment detection;

    /** @param detection knows the titles of the codes in the file */
    public WrittenExamples(Region region, FirstAssessment detection) {
        this.region = region;
        this.detection = detection;
    }

    /** Those of topics, and those that wait for an answer or do not; none where the region has no file of topics. */
    public List<Example> read() {
        Optional<Reader> file = region.find("examples.csv");
        if (file.isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        rows(file.get()).map(this::ofTopic),
                        rows(new RegionFiles(region).open("response.csv")).map(WrittenExamples::ofResponse))
                .toList();
    }

    private static Stream<NamedCsvRecord> rows(Reader file) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Example ofTopic(NamedCsvRecord row) {
        return detection.titled(
                new Example(row.getField("text"), row.getField("topic"), null, row.getField("authority"), false, true));
    }

    private static Example ofResponse(NamedCsvRecord row) {
        boolean asks = row.getField("needs_response").equals("1");
        return new Example(row.getField("text"), null, null, null, null, asks);
    }
}
