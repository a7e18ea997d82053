package ru.otklik.learning;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people made of places and screens that were proposed, counted over {@code decision}; test messages do not count. */
@Component
class PastRows {

    /**
     * @param said the words that told of a place
     * @param place code of what was chosen; empty: none
     */
    record Chosen(String said, String place, int count) {}

    record Shown(String screen, int excluded, int count) {}

    private static final String COUNTED =
            " from decision d join incident i on i.id = d.incident_id where not i.test and d.decided_at >= :from ";

    private final JdbcClient jdbc;

    PastRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who excludes a message does not look at its place. */
    List<Chosen> places(Instant from) {
        return jdbc.sql("select d.place_said as said, coalesce(d.place, '') as place, count(*) as count"
                        + COUNTED
                        + "and d.place_said is not null and d.ground is null group by 1, 2")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .query(Chosen.class)
                .list();
    }

    List<Shown> screens(Instant from) {
        return jdbc.sql("select d.proposed_screen as screen, count(d.ground) as excluded, count(*) as count"
                        + COUNTED
                        + "and d.proposed_screen is not null group by 1")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .query(Shown.class)
                .list();
    }
}
