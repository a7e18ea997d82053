package ru.otklik.detection.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.otklik.detection.learn.Assessor;
import ru.otklik.detection.learn.Example;
import ru.otklik.detection.learn.ModelFile;
import ru.otklik.detection.learn.Spotter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The models in a directory. Each attempt to learn has a number; {@code topics-3.json} tells how it ended, and where it
 * was taken {@code topics-3.model} is the model, {@code topics-3.twin} the same without the held-back messages, which a
 * further one is compared with, and {@code topics-3.csv.gz} what it learned from. {@code topics.use} names the version in
 * use; without it that is the newest.
 */
public final class Models {

    /** @param version the name of the file without its ending */
    public record Kept<T>(String version, T model) {}

    public enum Kind {
        TOPICS(null),
        TONE(Spotter.Sense.TONE),
        RESPONSE(Spotter.Sense.RESPONSE),
        IMPORTANCE(Spotter.Sense.IMPORTANCE);

        private final Spotter.@Nullable Sense sense;

        Kind(Spotter.@Nullable Sense sense) {
            this.sense = sense;
        }

        /** The models that spot this quality. */
        public static Kind of(Spotter.Sense sense) {
            return Stream.of(values()).filter(k -> k.sense == sense).findFirst().orElseThrow();
        }

        /** The quality that models of this kind spot; empty: they tell topics and authorities. */
        public Optional<Spotter.Sense> sense() {
            return Optional.ofNullable(sense);
        }

        private String stem() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private interface Reading<T> {
        T read(InputStream in) throws IOException;
    }

    /** Writes into a stream. */
    public interface Writing {
        void write(OutputStream out) throws IOException;
    }

    /** What only one program at a time may do. */
    public interface Work<T> {
        T done() throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Models.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    /** So many of the newest models are kept to go back to. */
    private static final int KEPT = 5;

    private final ModelDirectory files;

    /** @param home where the product keeps its data */
    public Models(Path home) {
        files = new ModelDirectory(home.resolve("models"));
    }

    public Optional<Kept<Assessor>> topics() {
        return find(Kind.TOPICS, ".model", ModelFile::readAssessor);
    }

    public Optional<Kept<Spotter>> spotter(Spotter.Sense sense) {
        return find(Kind.of(sense), ".model", ModelFile::readSpotter);
    }

    public Optional<Kept<Assessor>> topicsTwin() {
        return find(Kind.TOPICS, ".twin", ModelFile::readAssessor);
    }

    public Optional<Kept<Spotter>> spotterTwin(Spotter.Sense sense) {
        return find(Kind.of(sense), ".twin", ModelFile::readSpotter);
    }

    /** What the model in use learned from. */
    public List<Example> taught(Kind kind) {
        return find(kind, ".csv.gz", Taught::read).map(Kept::model).orElse(List.of());
    }

    /** The version in use. */
    public Optional<String> inUse(Kind kind) {
        List<Integer> models = files.numbers(kind.stem(), ".model");
        return files.line(kind.stem() + ".use")
                .filter(v -> models.stream().anyMatch(n -> v.equals(kind.stem() + "-" + n)))
                .or(() -> models.stream().findFirst().map(n -> kind.stem() + "-" + n));
    }

    /** Whether the model in use is cut, or of another edition of the program: the rules go on without it. */
    public boolean isBroken(Kind kind) {
        boolean read = kind.sense().map(sense -> spotter(sense).isPresent()).orElseGet(() -> topics().isPresent());
        return !read && inUse(kind).isPresent();
    }

    /** The versions that can be used, the newest first. */
    public List<String> versions(Kind kind) {
        return files.numbers(kind.stem(), ".model").stream()
                .map(n -> kind.stem() + "-" + n)
                .toList();
    }

    /** @return whether there is such a version */
    public boolean use(Kind kind, String version) throws IOException {
        if (!versions(kind).contains(version)) {
            return false;
        }
        files.write(kind.stem() + ".use", out -> out.write(version.getBytes(StandardCharsets.UTF_8)));
        return true;
    }

    /** How every attempt ended, the newest first. */
    public List<Comparison> comparisons(Kind kind) {
        return files.numbers(kind.stem(), ".json").stream()
                .map(n -> read(kind.stem() + "-" + n, ".json", in -> JSON.readValue(in, Comparison.class)))
                .flatMap(Optional::stream)
                .map(Kept::model)
                .toList();
    }

    /** Empty, and nothing was done: somebody learns at this moment. */
    public <T> Optional<T> inTurn(Work<T> work) throws IOException {
        return files.inTurn(work);
    }

    /** The name of the next attempt. */
    public String next(Kind kind) {
        int last = Stream.of(".model", ".json")
                .flatMap(ending -> files.numbers(kind.stem(), ending).stream())
                .max(Comparator.naturalOrder())
                .orElse(0);
        return kind.stem() + "-" + (last + 1);
    }

    /** Keeps how an attempt ended that replaced nothing. */
    public void keep(Comparison comparison) throws IOException {
        files.write(comparison.version() + ".json", out -> out.write(JSON.writeValueAsBytes(comparison)));
    }

    /** Puts a new model in use; those too old to go back to are deleted. */
    public void put(Kind kind, Comparison comparison, Writing model, Writing twin, List<Example> taught)
            throws IOException {
        String version = comparison.version();
        files.write(version + ".twin", twin);
        files.write(version + ".csv.gz", out -> Taught.write(taught, out));
        files.write(version + ".model", model);
        keep(comparison);
        use(kind, version);
        for (String old : versions(kind).stream().skip(KEPT).toList()) {
            for (String ending : List.of(".model", ".twin", ".csv.gz")) {
                files.delete(old + ending);
            }
        }
    }

    private <T> Optional<Kept<T>> find(Kind kind, String ending, Reading<T> reading) {
        return inUse(kind).flatMap(version -> read(version, ending, reading));
    }

    private <T> Optional<Kept<T>> read(String version, String ending, Reading<T> reading) {
        Path file = files.file(version + ending);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(new Kept<>(version, reading.read(in)));
        } catch (IOException | JacksonException e) {
            // the rules go on without it
            LOG.warn("Файл {} не читается: {}", file, e.getMessage());
            return Optional.empty();
        }
    }
}
