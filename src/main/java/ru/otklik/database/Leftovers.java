package ru.otklik.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a killed process left in a data directory: a server that still works, its children, or only its pid file. Every
 * server process has the data directory as its working directory, which tells them from a stranger with a reused pid
 * and from a zombie that nobody reaped. Called only under the lock of the home, so they can be nobody else's.
 */
record Leftovers(Path data) {

    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Leftovers in(Path data) {
        return new Leftovers(data);
    }

    void clear(PostgresProgram program) {
        var pidFile = data.resolve("postmaster.pid");
        if (!alive().isEmpty() && Files.exists(pidFile)) {
            log.warn("A server was left in {} by a killed process; stopping it", data);
            program.attempt(List.of("pg_ctl", "stop", "-m", "fast", "-w", "-t", "30", "-D", data.toString()));
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (var left = alive(); !left.isEmpty(); left = alive()) {
            if (System.nanoTime() > end) {
                left.forEach(ProcessHandle::destroyForcibly);
            }
            Pause.briefly();
        }
        try {
            if (Files.deleteIfExists(pidFile)) {
                log.warn("Removed the pid file of a server that is gone from {}", data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isClear() {
        return alive().isEmpty();
    }

    private List<ProcessHandle> alive() {
        if (!Files.isDirectory(data)) {
            return List.of();
        }
        return ProcessHandle.allProcesses().filter(this::isHere).toList();
    }

    private boolean isHere(ProcessHandle process) {
        try {
            Path of = Path.of("/proc", Long.toString(process.pid()));
            // a person's shell may stand there too
            boolean server = Files.readSymbolicLink(of.resolve("exe"))
                    .getFileName()
                    .toString()
                    .startsWith("postgres");
            return server && Files.isSameFile(of.resolve("cwd"), data);
        } catch (IOException | SecurityException e) {
            return false;
        }
    }
}
