package ru.otklik.learning.lessons;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code detect train} in a process of its own: learning needs many times the memory of serving, and people
 * at their desks come first.
 */
final class LessonProcess {

    /** A lesson that cannot be had must not fill the memory with its complaints. */
    private static final int SAID = 40;

    private static final Path NICE = Path.of("/usr/bin/nice");

    private final Path home;
    private volatile @Nullable Process process;

    LessonProcess(Path home) {
        this.home = home;
    }

    /** @return the lines that it ended with, and whether it did what it was told */
    Lesson run(List<String> arguments, Consumer<String> progress) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command(arguments)).redirectErrorStream(true);
        builder.environment().put("OTKLIK_HOME", home.toString());
        Process started = builder.start();
        process = started;
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = started.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    progress.accept(line);
                } else if (said.size() < SAID) {
                    said.add(line);
                }
            }
        }
        boolean done = started.waitFor() == 0;
        return new Lesson(done ? Lesson.State.DONE : Lesson.State.FAILED, List.copyOf(said));
    }

    void stop() {
        Process running = process;
        if (running != null) {
            running.destroy();
        }
    }

    private static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "10"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:MaxRAMPercentage=50", "-XX:-UsePerfData", "-Dfile.encoding=UTF-8"));
        String classes = System.getProperty("java.class.path");
        command.addAll(
                classes.endsWith(".jar") && !classes.contains(System.getProperty("path.separator"))
                        ? List.of("-jar", classes)
                        : List.of("-cp", classes, "ru.otklik.Otklik"));
        command.addAll(arguments);
        return command;
    }
}
