package ru.otklik.intake.upload;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import ru.otklik.intake.ImportResult;
import ru.otklik.intake.Importing;

/**
 * Imports that go on behind the page, one at a time. They are remembered until the next start: an import that a stop cut
 * short is simply done again.
 */
@Component
public class ImportRuns {

    private static final Logger log = LoggerFactory.getLogger(ImportRuns.class);
    private static final int REMEMBERED = 20;

    /**
     * @param result null: not ready
     * @param refusal why the file was not taken; null: it was, or goes on
     */
    public record Run(
            String id,
            String file,
            int done,
            @Nullable ImportResult result,
            @Nullable String refusal) {
        public boolean goesOn() {
            return result == null && refusal == null;
        }

        public String shown() {
            return done == 0 ? "Файл читается…" : "Обработано строк: " + done;
        }
    }

    private final Importing importing;
    private final Map<String, Run> runs = new LinkedHashMap<>();
    private final ExecutorService queue = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "import");
        thread.setDaemon(true);
        return thread;
    });

    ImportRuns(Importing importing) {
        this.importing = importing;
    }

    /** @param file is deleted afterwards */
    Run start(Path file, String name, Map<String, String> said) {
        var run = new Run(UUID.randomUUID().toString(), name, 0, null, null);
        put(run);
        queue.execute(() -> work(run, file, said));
        return run;
    }

    Optional<Run> find(String id) {
        synchronized (runs) {
            return Optional.ofNullable(runs.get(id));
        }
    }

    private void work(Run run, Path file, Map<String, String> said) {
        try {
            put(importing
                    .run(file, said, null, done -> put(new Run(run.id(), run.file(), done, null, null)))
                    .fold(
                            result -> new Run(run.id(), run.file(), result.rows(), result, null),
                            no -> new Run(run.id(), run.file(), 0, null, no.sentence())));
        } catch (RuntimeException e) {
            log.error("The import of {} stopped", run.file(), e);
            put(new Run(
                    run.id(),
                    run.file(),
                    0,
                    null,
                    "Загрузка прервалась из-за внутренней ошибки. Загрузите файл ещё раз: сохранённое не повторится."));
        } finally {
            delete(file);
        }
    }

    private void put(Run run) {
        synchronized (runs) {
            runs.put(run.id(), run);
            if (runs.size() > REMEMBERED) {
                var oldest = runs.values().iterator();
                oldest.next();
                oldest.remove();
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("The uploaded file {} is left behind", file, e);
        }
    }

    @PreDestroy
    void stop() {
        queue.shutdownNow();
    }
}
