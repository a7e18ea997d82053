package ru.otklik.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** A PostgreSQL that somebody else keeps; tried once before anything depends on it. */
record ExternalDatabase(String getJdbcUrl, String getUsername, String getPassword) implements JdbcConnectionDetails {

    private static final int OLDEST = 15;

    static ExternalDatabase at(String url, String user, String password) {
        var jdbc = url.replaceFirst("^(postgres|postgresql)://", "jdbc:postgresql://");
        if (!jdbc.startsWith("jdbc:postgresql:")) {
            throw new StartRefused(
                    "OTKLIK_DB_URL не похож на адрес PostgreSQL; нужен вид jdbc:postgresql://сервер:5432/база.");
        }
        var database = new ExternalDatabase(jdbc, user, password);
        database.tryOut();
        return database;
    }

    private void tryOut() {
        var properties = new Properties();
        properties.setProperty("user", getUsername);
        properties.setProperty("password", getPassword);
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "15");
        try (var connection = DriverManager.getConnection(getJdbcUrl, properties)) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST) {
                throw new StartRefused("База данных работает на PostgreSQL " + major + ", а нужна версия " + OLDEST
                        + " или новее: обновите сервер или укажите другой в OTKLIK_DB_URL.");
            }
        } catch (SQLException e) {
            throw new StartRefused(sentence(e), e);
        }
    }

    private String sentence(SQLException e) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        var place = getJdbcUrl.replaceFirst("\\?.*", "");
        if (state.startsWith("28")) {
            return "База данных не приняла имя или пароль: проверьте OTKLIK_DB_USER и OTKLIK_DB_PASSWORD.";
        }
        if (state.equals("3D000")) {
            return "На сервере нет такой базы данных (" + place + "): создайте её или исправьте OTKLIK_DB_URL.";
        }
        if (state.startsWith("08")) {
            return "База данных не отвечает по адресу " + place
                    + ": проверьте OTKLIK_DB_URL и что сервер работает и доступен отсюда.";
        }
        return "Не удалось соединиться с базой данных " + place + ": " + e.getMessage();
    }
}
