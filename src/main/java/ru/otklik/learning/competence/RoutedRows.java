package ru.otklik.learning.competence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom people routed to, counted over {@code decision}; test messages do not count, nor does who returned the message. */
@Component
class RoutedRows {

    /** @param territory empty when the message named no place */
    record Routed(String topic, String territory, String authority, int count) {}

    private final JdbcClient jdbc;

    RoutedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The most frequent first. */
    List<Routed> list(Instant from) {
        return jdbc.sql("""
                        select d.topic, coalesce(split_part(d.place, '.', 1), '') as territory, d.authority, count(*) as routed
                          from decision d
                          join incident i on i.id = d.incident_id
                          join authority a on a.code = d.authority
                         where not i.test and d.decided_at >= :from and d.topic is not null
                           and not a.id = any (i.returned_by)
                         group by 1, 2, 3 order by 4 desc, 1, 2, 3
                        """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .query((r, n) -> new Routed(
                        r.getString("topic"), r.getString("territory"), r.getString("authority"), r.getInt("routed")))
                .list();
    }
}
