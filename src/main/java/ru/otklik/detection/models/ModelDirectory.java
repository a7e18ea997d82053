package ru.otklik.detection.models;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files of one directory, each there as a whole or not at all. */
final class ModelDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDirectory.class);

    private final Path directory;

    ModelDirectory(Path directory) {
        this.directory = directory;
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    /** The numbers of the files {@code stem-number.ending}, the largest first. */
    List<Integer> numbers(String stem, String ending) {
        Pattern name = Pattern.compile(Pattern.quote(stem) + "-(\\d{1,9})" + Pattern.quote(ending));
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.map(f -> name.matcher(f.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(m -> Integer.parseInt(m.group(1)))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            LOG.warn("Папка моделей {} не читается: {}", directory, e.getMessage());
            return List.of();
        }
    }

    Optional<String> line(String name) {
        try {
            return Files.exists(file(name))
                    ? Optional.of(Files.readString(file(name)).strip())
                    : Optional.empty();
        } catch (IOException e) {
            LOG.warn("Файл {} не читается: {}", file(name), e.getMessage());
            return Optional.empty();
        }
    }

    void write(String name, Models.Writing body) throws IOException {
        Files.createDirectories(directory);
        Path fresh = Files.createTempFile(directory, name, ".new");
        try {
            try (OutputStream out = Files.newOutputStream(fresh)) {
                body.write(out);
            }
            Files.move(fresh, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    <T> Optional<T> inTurn(Models.Work<T> work) throws IOException {
        Files.createDirectories(directory);
        try (var channel = FileChannel.open(file(".turn"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var turn = channel.tryLock()) {
            return turn == null ? Optional.empty() : Optional.of(work.done());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    void delete(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }
}
