package ru.otklik.learning.lessons;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ru.otklik.detection.learn.Example;
import ru.otklik.detection.learn.Spotter;

/** What one lesson learns from: the words of citizens lie nowhere but in the home, and no longer than they are needed. */
final class LessonFile implements AutoCloseable {

    private static final String NAME = "lesson";

    private final Path path;

    LessonFile(Path home) throws IOException {
        deleteLeft(home);
        path = Files.createTempFile(home, NAME, ".csv");
    }

    /** What a kill left behind. */
    static void deleteLeft(Path home) throws IOException {
        try (var left = Files.newDirectoryStream(home, NAME + "*.csv")) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
    }

    Path path() {
        return path;
    }

    /**
     * @param tone whether there is something to learn of it
     * @return what was written, in words
     */
    String write(LessonRows rows, boolean tone, List<Example> written) throws IOException {
        try (var csv = CsvWriter.builder().build(path)) {
            // a column that the lesson does not know is not learned from
            csv.writeRecord("text", "topic", "authority", tone ? "toxic" : "-", "needs_response", "importance");
            written.forEach(e -> csv.writeRecord(
                    e.text(),
                    e.topic(),
                    e.authority(),
                    "0",
                    Spotter.Sense.RESPONSE.of(e),
                    Spotter.Sense.IMPORTANCE.of(e)));
            return "решения людей: " + rows.write(csv)
                    + (written.isEmpty() ? "" : ", написанные примеры: " + written.size());
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
