package ru.otklik.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked from the jar into the home; whole or not there at all. */
record PostgresProgram(Path directory, String major) {

    private static final Logger log = LoggerFactory.getLogger(PostgresProgram.class);
    private static final String VERSION = "18.6";
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    static PostgresProgram under(Path home) {
        var directory = home.resolve("postgresql-" + VERSION);
        try {
            if (!Files.exists(directory)) {
                var draft = home.resolve("postgresql.new");
                FileSystemUtils.deleteRecursively(draft);
                unpack(draft);
                Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new StartRefused("Не удалось распаковать PostgreSQL в " + home + ": " + e.getMessage(), e);
        }
        return new PostgresProgram(directory, VERSION.substring(0, VERSION.indexOf('.')));
    }

    private static void unpack(Path target) throws IOException {
        try (InputStream packed = PostgresProgram.class.getResourceAsStream(ARCHIVE)) {
            var machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
            if (packed == null || !machine.equals("Linux amd64")) {
                throw new StartRefused("Встроенной PostgreSQL для этой системы (" + machine
                        + ") нет: укажите свой сервер PostgreSQL 15 или новее в OTKLIK_DB_URL.");
            }
            try (var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    put(entry, tar, target.resolve(entry.getName()).normalize());
                }
            }
        }
    }

    private static void put(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolve("..").normalize());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, file);
            var executable = (entry.getMode() & 0100) != 0 || entry.getName().matches("(\\./)?bin/.*");
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** Runs one program to its end. */
    void run(List<String> command, String complaint) {
        var answer = attempt(command);
        if (answer.code() != 0) {
            log.error("{} -> {}: {}", command, answer.code(), answer.said());
            throw new StartRefused(complaint + ": " + lastLine(answer.said()));
        }
    }

    record Answer(int code, String said) {}

    Answer attempt(List<String> command) {
        var line = new ArrayList<String>();
        if (isRoot()) {
            // the server refuses to run as root; in a user namespace of its own it is nobody in particular
            line.addAll(List.of("unshare", "-U"));
        }
        line.add(directory.resolve("bin").resolve(command.get(0)).toString());
        line.addAll(command.subList(1, command.size()));
        try {
            var output = Files.createTempFile("otklik", ".out");
            try {
                var process = new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                process.getOutputStream().close();
                int code = process.waitFor();
                return new Answer(code, Files.readString(output, StandardCharsets.UTF_8));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0)
                    .equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid", LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lastLine(String said) {
        var lines = said.strip().lines().toList();
        return lines.isEmpty() ? "без объяснений" : lines.get(lines.size() - 1);
    }
}
