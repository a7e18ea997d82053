package ru.otklik.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The data directory of the embedded server. It is made under another name and renamed when complete, so that a
 * directory with the proper name is always a whole one and is never made anew.
 */
record Cluster(Path home, PostgresProgram program) {

    private static final Logger log = LoggerFactory.getLogger(Cluster.class);
    private static final String DRAFT = "database.new";

    static Cluster at(Path home) {
        return new Cluster(home, PostgresProgram.under(home));
    }

    static String password(Path home) {
        try {
            return Files.readString(passwordFile(home)).strip();
        } catch (IOException e) {
            throw new StartRefused(
                    "Нет файла с паролем встроенной базы данных " + passwordFile(home)
                            + ": верните его из резервной копии вместе с данными.",
                    e);
        }
    }

    private static Path passwordFile(Path home) {
        return home.resolve("database.password");
    }

    Postmaster start() {
        var data = home.resolve("database");
        try {
            if (Files.exists(data)) {
                checkVersion(data);
            } else {
                create(data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Leftovers.in(data).clear(program);
        return Postmaster.start(program, data, home.resolve("logs").resolve("postgresql.log"));
    }

    private void checkVersion(Path data) throws IOException {
        var file = data.resolve("PG_VERSION");
        if (!Files.exists(file)) {
            throw new StartRefused("В папке " + data
                    + " нет базы данных PostgreSQL: верните её из резервной копии или задайте другую OTKLIK_HOME.");
        }
        var version = Files.readString(file).strip();
        if (!version.equals(program.major())) {
            throw new StartRefused("Данные в " + data + " созданы PostgreSQL " + version + ", а здесь PostgreSQL "
                    + program.major() + ": перенесите их через pg_dump или запустите прежнюю версию Отклика.");
        }
    }

    private void create(Path data) throws IOException {
        forgetDrafts();
        // a name of its own each time: the initdb of a killed process may still be writing
        var draft = Files.createTempDirectory(home, DRAFT);
        if (!Files.exists(passwordFile(home))) {
            writePassword();
        }
        program.run(
                List.of(
                        "initdb",
                        "--pgdata=" + draft,
                        "--username=otklik",
                        "--pwfile=" + passwordFile(home),
                        "--auth=scram-sha-256",
                        "--encoding=UTF-8",
                        // the builtin provider sorts and folds the same on every system
                        "--locale=C.UTF-8",
                        "--locale-provider=builtin",
                        "--data-checksums"),
                "Не удалось создать встроенную базу данных в " + data);
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void forgetDrafts() throws IOException {
        try (var old = Files.newDirectoryStream(home, DRAFT + "*")) {
            for (var draft : old) {
                FileSystemUtils.deleteRecursively(draft);
            }
        } catch (NoSuchFileException | DirectoryNotEmptyException e) {
            log.info("A draft of the database is still being written: {}", e.getMessage());
        }
    }

    private void writePassword() throws IOException {
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        var draft = home.resolve("database.password.new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, HexFormat.of().formatHex(random) + "\n");
        Files.move(draft, passwordFile(home), StandardCopyOption.ATOMIC_MOVE);
    }
}
