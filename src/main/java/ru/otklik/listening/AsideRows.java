package ru.otklik.listening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.otklik.casework.NewMessage;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code listening_aside}. */
@Repository
class AsideRows {

    private static final int SHOWN = 200;

    record Row(long id, NewMessage message, String error, int tries, Instant asideAt) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AsideRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(NewMessage message, String error, int tries, Instant now) {
        jdbc.sql("""
                        insert into listening_aside (network, body, error, tries, aside_at)
                        values (:network, :body, :error, :tries, :now)""")
                .param("network", message.network())
                .param("body", json.writeValueAsString(message))
                .param("error", error)
                .param("tries", tries)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    int count() {
        return jdbc.sql("select count(*) from listening_aside")
                .query(Integer.class)
                .single();
    }

    /** The oldest first. */
    List<Row> list() {
        return jdbc.sql("select * from listening_aside order by id limit :most")
                .param("most", SHOWN)
                .query(this::row)
                .list();
    }

    Optional<Row> lock(long id) {
        return jdbc.sql("select * from listening_aside where id = :id for update")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    void failed(long id, String error) {
        jdbc.sql("update listening_aside set tries = tries + 1, error = :error where id = :id")
                .param("id", id)
                .param("error", error)
                .update();
    }

    void delete(long id) {
        jdbc.sql("delete from listening_aside where id = :id").param("id", id).update();
    }

    private Row row(ResultSet r, int n) throws SQLException {
        return new Row(
                r.getLong("id"),
                json.readValue(r.getString("body"), NewMessage.class),
                r.getString("error"),
                r.getInt("tries"),
                r.getObject("aside_at", OffsetDateTime.class).toInstant());
    }
}
