package ru.otklik.database;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The product's own PostgreSQL in its home. One process owns a home and its server at a time; a command on the home of
 * a running product joins that server and leaves it alone when it ends.
 */
class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final String NAME = "otklik";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port;
    private final String password;
    private final Runnable atClose;

    private EmbeddedDatabase(int port, String password, Runnable atClose) {
        this.port = port;
        this.password = password;
        this.atClose = atClose;
    }

    static EmbeddedDatabase open(Path home, boolean join) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var lock = HomeLock.take(home, join ? HomeLock.COMMAND : HomeLock.RUN);
            if (lock.isPresent()) {
                return own(home, lock.get());
            }
            var owner = HomeLock.owner(home);
            if (owner.runs() && !join) {
                throw new StartRefused("Отклик уже работает с данными в " + home + " (процесс " + owner.pid()
                        + "): остановите его или задайте другую папку в OTKLIK_HOME.");
            }
            if (owner.runs() && owner.port() > 0) {
                return new EmbeddedDatabase(owner.port(), Cluster.password(home), () -> {});
            }
            if (System.nanoTime() > end) {
                throw new StartRefused("Данные в " + home + " занимает другая команда Отклика (процесс " + owner.pid()
                        + "): дождитесь её конца и повторите.");
            }
            Pause.briefly();
        }
    }

    private static EmbeddedDatabase own(Path home, HomeLock lock) {
        try {
            var postmaster = Cluster.at(home).start();
            try {
                var password = Cluster.password(home);
                createOnce(postmaster.port(), password);
                lock.tell(postmaster.port());
                return new EmbeddedDatabase(postmaster.port(), password, () -> {
                    lock.tellStopping();
                    postmaster.stop();
                    lock.close();
                });
            } catch (RuntimeException e) {
                postmaster.stop();
                throw e;
            }
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void createOnce(int port, String password) {
        try (var connection = DriverManager.getConnection(url(port, "postgres"), NAME, password);
                var statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
            if (!found.next()) {
                statement.execute("create database " + NAME);
            }
        } catch (SQLException e) {
            throw new StartRefused("Встроенная база данных не приняла соединение: " + e.getMessage(), e);
        }
    }

    private static String url(int port, String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    @Override
    public String getJdbcUrl() {
        return url(port, NAME);
    }

    @Override
    public String getUsername() {
        return NAME;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public void close() {
        atClose.run();
    }
}
