package ru.otklik.listening;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code listening_cursor}: how far each network was heard. */
@Repository
class CursorRows {

    private final JdbcClient jdbc;

    CursorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty for a network that was never heard. */
    String of(String network) {
        return jdbc.sql("select cursor from listening_cursor where network = :network")
                .param("network", network)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** False: somebody else heard further meanwhile. */
    boolean move(String network, String from, String to) {
        return jdbc.sql("""
                        insert into listening_cursor (network, cursor) values (:network, :to)
                        on conflict (network) do update set cursor = :to where listening_cursor.cursor = :from""")
                        .param("network", network)
                        .param("from", from)
                        .param("to", to)
                        .update()
                == 1;
    }
}
