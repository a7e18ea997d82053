package ru.otklik.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server of one data directory. It is started apart from our process group: Ctrl+C must not reach it. */
record Postmaster(PostgresProgram program, Path data, int port) {

    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
    private static final long LOG_LIMIT = 10_000_000;
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=60",
            "shared_buffers=128MB",
            "work_mem=8MB",
            "maintenance_work_mem=64MB",
            "jit=off",
            "random_page_cost=1.1",
            "max_wal_size=512MB",
            "wal_compression=on",
            "max_worker_processes=4",
            "max_parallel_workers=2",
            "max_parallel_workers_per_gather=1",
            "io_workers=2",
            "log_checkpoints=off",
            "log_timezone=UTC",
            "timezone=UTC");

    static Postmaster start(PostgresProgram program, Path data, Path logFile) {
        rotate(logFile);
        var server = new Postmaster(program, data, freePort());
        var answer = server.start(logFile);
        for (int again = 0; answer.code() != 0 && again < 2; again++) {
            // the free port may have been taken meanwhile
            server = new Postmaster(program, data, freePort());
            answer = server.start(logFile);
        }
        if (answer.code() != 0) {
            log.error("pg_ctl start -> {}: {}", answer.code(), answer.said());
            throw new StartRefused("Встроенная PostgreSQL не запустилась; причина записана в " + logFile + ".");
        }
        return server;
    }

    private PostgresProgram.Answer start(Path logFile) {
        var options = new StringBuilder("-p " + port);
        SETTINGS.forEach(s -> options.append(" -c ").append(s));
        return program.attempt(List.of(
                "pg_ctl",
                "start",
                "-w",
                "-t",
                "120",
                "-D",
                data.toString(),
                "-l",
                logFile.toString(),
                "-o",
                options.toString()));
    }

    void stop() {
        var answer = program.attempt(List.of("pg_ctl", "stop", "-m", "fast", "-w", "-t", "60", "-D", data.toString()));
        if (answer.code() != 0) {
            log.warn("pg_ctl stop -> {}: {}", answer.code(), answer.said());
            program.attempt(List.of("pg_ctl", "stop", "-m", "immediate", "-w", "-t", "20", "-D", data.toString()));
        }
        Leftovers.in(data).clear(program); // the pid file goes before the last process does
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void rotate(Path logFile) {
        try {
            Files.createDirectories(logFile.getParent());
            if (Files.exists(logFile) && Files.size(logFile) > LOG_LIMIT) {
                Files.move(logFile, logFile.resolveSibling("postgresql.1.log"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
