package ru.otklik.intake.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Files that people send: words of citizens, so they lie nowhere but in the home, and no longer than they are needed. */
@Component
class Uploads {

    private static final Logger log = LoggerFactory.getLogger(Uploads.class);

    private final Path folder;

    /** Before anybody can send anything; a command of its own leaves what is being sent to the product alone. */
    Uploads(Environment environment) {
        folder = Path.of(environment.getRequiredProperty("otklik.home"))
                .toAbsolutePath()
                .resolve("uploads");
        if (environment.getRequiredProperty("otklik.background", Boolean.class)) {
            deleteLeft();
        }
    }

    /** Who asked for it deletes it. */
    Path keep(MultipartFile file) throws IOException {
        Files.createDirectories(folder);
        Path kept = Files.createTempFile(folder, "import", ".table");
        file.transferTo(kept);
        return kept;
    }

    /** What a kill left behind. */
    private void deleteLeft() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var left = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (Path file : left) {
                Files.delete(file);
            }
        } catch (IOException e) {
            log.warn("Uploaded files are left behind in {}", folder, e);
        }
    }
}
