package ru.otklik.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * One server for all tests of a JVM; every Spring context, and every caller of {@link #fresh()}, gets a migrated
 * database of its own, copied from a template.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Bean
    JdbcConnectionDetails freshDatabase() {
        return new ExternalDatabase(url(create()), Server.IT.getUsername(), Server.IT.getPassword());
    }

    /** A migrated, empty database for a test without Spring. */
    public static DataSource fresh() {
        var source = new PGSimpleDataSource();
        source.setUrl(url(create()));
        source.setUser(Server.IT.getUsername());
        source.setPassword(Server.IT.getPassword());
        return source;
    }

    private static String create() {
        var name = "test" + COUNT.incrementAndGet();
        execute("create database " + name + " template " + TEMPLATE);
        return name;
    }

    private static String url(String name) {
        return Server.IT.getJdbcUrl().replaceFirst("/[^/]*$", "/" + name);
    }

    private static void execute(String... statements) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(Server.IT.getJdbcUrl(), Server.IT.getUsername(), Server.IT.getPassword());
    }

    /** Started by the first test that needs it; stopped after the contexts are closed. */
    private static final class Server {

        static final EmbeddedDatabase IT = start();

        static {
            prepare();
        }

        private static EmbeddedDatabase start() {
            var database = EmbeddedDatabase.open(Path.of("target/test-home").toAbsolutePath(), false);
            SpringApplication.getShutdownHandlers().add(database::close);
            return database;
        }

        private static void prepare() {
            // what tests write may be lost
            execute("alter system set fsync = off", "select pg_reload_conf()");
            var old = new ArrayList<String>();
            try (var connection = connect();
                    var statement = connection.createStatement();
                    var names = statement.executeQuery(
                            "select datname from pg_database where datname ~ '^test|^" + TEMPLATE + "'")) {
                while (names.next()) {
                    old.add("drop database " + names.getString(1) + " with (force)");
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            old.add("create database " + TEMPLATE);
            execute(old.toArray(String[]::new));
            Flyway.configure()
                    .dataSource(
                            IT.getJdbcUrl().replaceFirst("/[^/]*$", "/" + TEMPLATE), IT.getUsername(), IT.getPassword())
                    .load()
                    .migrate();
        }
    }
}
