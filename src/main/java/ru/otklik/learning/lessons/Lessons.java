package ru.otklik.learning.lessons;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.WrittenExamples;
import ru.otklik.detection.models.Comparison;
import ru.otklik.detection.models.Models;
import ru.otklik.region.Region;

/** Learning from the decisions of people, one lesson at a time. */
@Component
class Lessons {

    private static final Logger log = LoggerFactory.getLogger(Lessons.class);
    /** Fewer messages of a kind teach nothing. */
    private static final int LEAST = 10;

    private final LessonRows rows;
    private final WrittenExamples examples;
    private final Models models;
    private final FirstAssessment detection;
    private final Path home;
    private final LessonProcess process;
    private final AtomicReference<@Nullable Lesson> last = new AtomicReference<>();
    private final ExecutorService queue = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "lesson");
        thread.setDaemon(true);
        return thread;
    });

    Lessons(LessonRows rows, Region region, Models models, FirstAssessment detection, Environment environment) {
        this.rows = rows;
        examples = new WrittenExamples(region, detection);
        this.models = models;
        this.detection = detection;
        home = Path.of(environment.getRequiredProperty("otklik.home")).toAbsolutePath();
        process = new LessonProcess(home);
    }

    /** A lesson may be far off, and what a kill left of the last one are the words of citizens. */
    void deleteLeft() {
        try {
            LessonFile.deleteLeft(home);
        } catch (IOException e) {
            log.warn("What the last lesson learned from is left behind in {}", home, e);
        }
    }

    /** Whether there is anything to begin with before people have decided. */
    boolean hasExamples() {
        return !examples.read().isEmpty();
    }

    /** The lesson that goes on, or the last one since the start of the product. */
    Optional<Lesson> last() {
        return Optional.ofNullable(last.get());
    }

    /** What the last lesson ended with is no longer so. */
    void forgetOutcome() {
        last.updateAndGet(lesson -> lesson != null && lesson.goesOn() ? lesson : null);
    }

    /** How much people decided since the last attempt. */
    int freshDecisions() {
        return rows.count(models.comparisons(Models.Kind.TOPICS).stream()
                .findFirst()
                .map(Comparison::at)
                .orElse(Instant.EPOCH));
    }

    /** @return false: one goes on already */
    boolean start() {
        return start(() -> {});
    }

    /** @param end called when the lesson has ended */
    boolean start(Runnable end) {
        Lesson before = last.get();
        if (before != null && before.goesOn()
                || !last.compareAndSet(before, Lesson.goesOn("собираются решённые сообщения"))) {
            return false;
        }
        queue.execute(() -> {
            work();
            end.run();
        });
        return true;
    }

    private void work() {
        try {
            try (var file = new LessonFile(home)) {
                String source = file.write(rows, rows.tellTone(LEAST), examples.read());
                last.set(process.run(arguments(file.path(), source), line -> last.set(Lesson.goesOn(line))));
            }
            detection.refresh();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            log.error("The lesson stopped", e);
            last.set(new Lesson(
                    Lesson.State.FAILED,
                    List.of("Обучение прервалось из-за внутренней ошибки: она записана в журнал программы.")));
        }
    }

    private static List<String> arguments(Path file, String source) {
        return List.of("detect", "train", "--file", file.toString(), "--add", "taught", "--from", source);
    }

    @PreDestroy
    void stop() {
        process.stop();
        queue.shutdownNow();
    }
}
