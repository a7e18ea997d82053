package ru.otklik.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever ended the last run, the next one comes up by itself. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EmbeddedDatabaseTest {

    @TempDir
    Path home;

    @Test
    void after_kill_9_an_orphaned_server_is_stopped_and_the_data_are_there() throws Exception {
        withProgram();
        try (var child = DatabaseChild.ready(home)) {
            write("create table kept as select 42 as answer");
            child.kill();
        }
        assertThat(Leftovers.in(data()).isClear()).isFalse();
        assertKept();
    }

    @Test
    void after_kill_9_of_the_server_too_it_recovers() throws Exception {
        withProgram();
        try (var child = DatabaseChild.ready(home)) {
            write("create table kept as select 42 as answer");
            child.kill();
        }
        long postmaster = Long.parseLong(
                Files.readAllLines(data().resolve("postmaster.pid")).get(0));
        ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
        assertKept();
    }

    @Test
    void a_database_killed_in_the_making_is_made_anew() throws Exception {
        Files.createDirectories(home.resolve("postgresql.new").resolve("bin"));
        Files.writeString(home.resolve("postgresql.new").resolve("bin").resolve("initdb"), "half");
        try (var watch = home.getFileSystem().newWatchService();
                var child = DatabaseChild.start(home)) {
            home.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            boolean making = false;
            while (!making) {
                var key = watch.take();
                making = key.pollEvents().stream()
                        .anyMatch(e -> e.context().toString().startsWith("database.new"));
                key.reset();
            }
            child.kill();
        }
        assertThat(data()).doesNotExist();
        try (var database = EmbeddedDatabase.open(home, false)) {
            assertThat(answer(database, "select 1")).isEqualTo(1);
        }
    }

    @Test
    void a_second_run_is_refused_and_a_command_joins() throws Exception {
        withProgram();
        try (var child = DatabaseChild.ready(home)) {
            assertThatThrownBy(() -> EmbeddedDatabase.open(home, false))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("уже работает")
                    .hasMessageContaining("OTKLIK_HOME");
            try (var joined = EmbeddedDatabase.open(home, true)) {
                assertThat(answer(joined, "select 2")).isEqualTo(2);
            }
            try (var again = EmbeddedDatabase.open(home, true)) {
                assertThat(answer(again, "select 3"))
                        .as("the server outlives a guest")
                        .isEqualTo(3);
            }
        }
        Leftovers.in(data()).clear(PostgresProgram.under(home));
    }

    @Test
    void data_of_another_major_version_are_left_alone() throws Exception {
        withProgram();
        Files.createDirectories(data());
        Files.writeString(data().resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(() -> EmbeddedDatabase.open(home, false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("PostgreSQL 17")
                .hasMessageContaining("pg_dump");
        try (var lock = HomeLock.take(home, HomeLock.RUN).orElseThrow()) {
            assertThat(data().resolve("PG_VERSION"))
                    .as("and the home is free again")
                    .exists();
        }
    }

    @Test
    void secrets_are_for_the_owner_alone() throws Exception {
        withProgram();
        try (var database = EmbeddedDatabase.open(home, false)) {
            assertThat(answer(database, "select current_setting('fsync') = 'on' and current_setting('jit') = 'off'"))
                    .isEqualTo(true);
            assertThat(Files.getPosixFilePermissions(home.resolve("database.password")))
                    .hasSize(2);
            assertThat(Files.getPosixFilePermissions(home.resolve("otklik.server")))
                    .hasSize(2);
            assertThatThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), "otklik", "guess"))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(Leftovers.in(data()).isClear()).as("stopped with its owner").isTrue();
    }

    private Path data() {
        return home.resolve("database");
    }

    /** Unpacking takes seconds; only the test of unpacking pays for it. */
    private void withProgram() throws IOException {
        var shared = PostgresProgram.under(
                Files.createDirectories(Path.of("target/test-program").toAbsolutePath()));
        Files.createSymbolicLink(home.resolve(shared.directory().getFileName()), shared.directory());
    }

    private void write(String sql) throws SQLException {
        try (var guest = EmbeddedDatabase.open(home, true);
                var connection =
                        DriverManager.getConnection(guest.getJdbcUrl(), guest.getUsername(), guest.getPassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void assertKept() throws SQLException {
        try (var database = EmbeddedDatabase.open(home, false)) {
            assertThat(answer(database, "select answer from kept")).isEqualTo(42);
        }
    }

    private static Object answer(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getObject(1);
        }
    }
}
