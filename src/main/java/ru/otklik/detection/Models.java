package ru.otklik.detection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.otklik.detection.learn.Assessor;
import ru.otklik.detection.learn.ModelFile;
import ru.otklik.detection.learn.Spotter;

/**
 * The models in a directory, {@code topics-3.model} and {@code tone-2.model}: the highest number is the one in use. Each
 * has a twin, {@code .twin}, which never saw the held-back messages: a further model is compared with it.
 */
public final class Models {

    /** @param version the name of the file without its ending */
    public record Kept<T>(String version, T model) {}

    public enum Kind {
        TOPICS,
        TONE;

        private String stem() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private interface Reading<T> {
        T read(InputStream in) throws IOException;
    }

    /** Writes a model into a stream. */
    public interface Writing {
        void write(OutputStream out) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Models.class);

    private final Path directory;

    /** @param home where the product keeps its data */
    public Models(Path home) {
        directory = home.resolve("models");
    }

    public Optional<Kept<Assessor>> topics() {
        return find(Kind.TOPICS, ".model", ModelFile::readAssessor);
    }

    public Optional<Kept<Spotter>> tone() {
        return find(Kind.TONE, ".model", ModelFile::readSpotter);
    }

    public Optional<Kept<Assessor>> topicsTwin() {
        return find(Kind.TOPICS, ".twin", ModelFile::readAssessor);
    }

    public Optional<Kept<Spotter>> toneTwin() {
        return find(Kind.TONE, ".twin", ModelFile::readSpotter);
    }

    /** @return the new version */
    public String put(Kind kind, Writing model, Writing twin) throws IOException {
        Files.createDirectories(directory);
        String version = kind.stem() + "-" + (latest(kind) + 1);
        // the twin first: a kill between the two leaves the former model in use
        write(twin, version + ".twin");
        write(model, version + ".model");
        return version;
    }

    private void write(Writing model, String name) throws IOException {
        Path fresh = Files.createTempFile(directory, name, ".new");
        try (OutputStream out = Files.newOutputStream(fresh)) {
            model.write(out);
        }
        Files.move(fresh, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private <T> Optional<Kept<T>> find(Kind kind, String ending, Reading<T> reading) {
        int latest = latest(kind);
        String version = kind.stem() + "-" + latest;
        Path file = directory.resolve(version + ending);
        if (latest == 0 || !Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(new Kept<>(version, reading.read(in)));
        } catch (IOException e) {
            // the rules go on without it
            LOG.warn("Модель {} не читается: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private int latest(Kind kind) {
        Pattern name = Pattern.compile(kind.stem() + "-(\\d{1,9})\\.model");
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        try (var files = Files.list(directory)) {
            return files.map(f -> name.matcher(f.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(m -> Integer.parseInt(m.group(1)))
                    .max(Comparator.naturalOrder())
                    .orElse(0);
        } catch (IOException e) {
            LOG.warn("Папка моделей {} не читается: {}", directory, e.getMessage());
            return 0;
        }
    }
}
