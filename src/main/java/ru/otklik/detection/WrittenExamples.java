package ru.otklik.detection;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.otklik.detection.learn.Assessor;
import ru.otklik.detection.learn.Example;
import ru.otklik.detection.learn.Spotter;
import ru.otklik.detection.models.Models;
import ru.otklik.region.Region;
import ru.otklik.regulation.Importance;

/** Messages that somebody wrote for the rubric of a region, {@code examples.csv}, {@code response.csv} and {@code importance.csv}: a start while people have decided little. */
public final class WrittenExamples {

    private final Region region;
    private final FirstAssessment detection;

    /** @param detection knows the titles of the codes in the file */
    public WrittenExamples(Region region, FirstAssessment detection) {
        this.region = region;
        this.detection = detection;
    }

    /** Those of topics, those that wait for an answer or do not, and those of more or less importance; none where the region has no file of topics. */
    public List<Example> read() {
        Optional<Reader> file = region.find("examples.csv");
        if (file.isEmpty()) {
            return List.of();
        }
        var files = new RegionFiles(region);
        return Stream.of(
                        rows(file.get()).map(this::ofTopic),
                        rows(files.open("response.csv")).map(WrittenExamples::ofResponse),
                        rows(files.open("importance.csv")).map(WrittenExamples::ofImportance))
                .flatMap(s -> s)
                .toList();
    }

    /** Learns from them what no model in use tells, to start with; it is kept nowhere. */
    public void learn(String version) {
        List<Example> written = read();
        Map<Spotter.Sense, Spotter> spotters = new EnumMap<>(Spotter.Sense.class);
        for (Spotter.Sense sense : Spotter.Sense.values()) {
            long answers = written.stream()
                    .map(sense::of)
                    .filter(Objects::nonNull)
                    .distinct()
                    .count();
            if (answers > 1 && !detection.tells(Models.Kind.of(sense))) {
                spotters.put(sense, Spotter.learn(sense, written, text -> detection.signs(sense, text), line -> {}));
            }
        }
        Optional<Assessor> topics = detection.tells(Models.Kind.TOPICS)
                ? Optional.empty()
                : Optional.of(Assessor.learn(written, detection::signs, line -> {}));
        detection.startWith(topics, spotters, version);
    }

    private static Stream<NamedCsvRecord> rows(Reader file) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Example ofTopic(NamedCsvRecord row) {
        return detection.titled(new Example(
                row.getField("text"),
                row.getField("topic"),
                null,
                row.getField("authority"),
                false,
                true,
                importance(row)));
    }

    private static Example ofResponse(NamedCsvRecord row) {
        boolean asks = row.getField("needs_response").equals("1");
        return new Example(row.getField("text"), null, null, null, null, asks, importance(row));
    }

    private static Example ofImportance(NamedCsvRecord row) {
        return new Example(row.getField("text"), null, null, null, null, null, importance(row));
    }

    private static @Nullable Importance importance(NamedCsvRecord row) {
        return row.findField("importance").flatMap(Importance::named).orElse(null);
    }
}
