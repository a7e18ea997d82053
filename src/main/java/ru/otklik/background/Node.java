package ru.otklik.background;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Which of several nodes this is, the same after a restart: what it had claimed when it was killed is claimed by nobody.
 * One process at a time has a home.
 */
@Component
public class Node {

    private final UUID id;

    public Node(Environment environment) {
        this.id = id(Path.of(environment.getRequiredProperty("otklik.home")).resolve("node"));
    }

    public UUID id() {
        return id;
    }

    private static UUID id(Path file) {
        try {
            return Files.isReadable(file)
                    ? UUID.fromString(Files.readString(file).strip())
                    : fresh(file);
        } catch (IllegalArgumentException torn) {
            return fresh(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UUID fresh(Path file) {
        try {
            UUID fresh = UUID.randomUUID();
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, fresh + "\n");
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
