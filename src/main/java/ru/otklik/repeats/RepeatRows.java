package ru.otklik.repeats;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.otklik.casebook.Visibility;
import ru.otklik.casework.State;
import ru.otklik.detection.repeats.Telling;
import ru.otklik.repeats.Repeats.Other;

/** Questions about what was said, with what the viewer may see of the answers. */
@Component
class RepeatRows {

    private static final String SELECT = """
            select s.incident_id, s.author, s.topic, s.place, s.at, s.fingerprint, i.state, i.event,
                   left(m.text, 8000) as text
              from said s join incident i on i.id = s.incident_id join message m on m.id = s.incident_id
            """;

    private final JdbcClient jdbc;

    RepeatRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Telling> telling(long incident) {
        return jdbc.sql(SELECT + "where s.incident_id = ?")
                .param(incident)
                .query(RepeatRows::telling)
                .optional();
    }

    List<Telling> byAuthor(Telling now, int most, Visibility visible, Map<Long, Other> others) {
        if (now.author().isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + "where s.author = :author and s.at <= :at and s.incident_id <> :id and "
                        + Visibility.CONDITION + " order by s.at desc limit :most")
                .param("author", now.author().get())
                .param("at", now.at().atOffset(ZoneOffset.UTC))
                .param("id", now.id())
                .param("most", most)
                .params(visible.parameters())
                .query((row, n) -> {
                    others.put(row.getLong("incident_id"), other(row));
                    return telling(row, n);
                })
                .list();
    }

    /** What has these texts, the newest of each first. */
    Map<Long, List<Other>> saying(List<Long> fingerprints, long except, int most, Visibility visible) {
        var of = new HashMap<Long, List<Other>>();
        jdbc.sql("""
                        with newest as materialized (
                            select n.incident_id
                              from unnest(:texts::bigint[]) t
                              cross join lateral (select incident_id from said where fingerprint = t
                                                   order by incident_id desc limit :most) n)
                        """ + SELECT + """
                        where s.incident_id = any (array(select incident_id from newest)) and s.incident_id <> :id and
                        """ + Visibility.CONDITION + " order by s.incident_id desc")
                .param("texts", fingerprints.toArray(Long[]::new))
                .param("id", except)
                .param("most", most + 1)
                .params(visible.parameters())
                .query((row, n) -> of.computeIfAbsent(row.getLong("fingerprint"), f -> new ArrayList<>())
                        .add(other(row)))
                .list();
        return of;
    }

    /** On this topic at this place in this time; without this author, where one is named. */
    List<Other> about(Subject of, Instant from, Instant to, Optional<String> except, int most, Visibility visible) {
        return jdbc.sql(SELECT + """
                        where s.topic = :topic and s.place = :place and s.at between :from and :to
                          and s.author is distinct from :except and i.state <> 'EXCLUDED' and
                        """ + Visibility.CONDITION + " order by s.at desc limit :most")
                .param("topic", of.topic())
                .param("place", of.place())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                // who is not named may be anybody
                .param("except", except.orElse(""))
                .param("most", most)
                .params(visible.parameters())
                .query((row, n) -> other(row))
                .list();
    }

    static Telling telling(ResultSet row, int number) throws SQLException {
        return new Telling(
                row.getLong("incident_id"),
                Optional.ofNullable(row.getString("author")),
                Optional.ofNullable(row.getString("topic")),
                Optional.ofNullable(row.getString("place")),
                Unheard.at(row, "at"),
                row.getString("text"));
    }

    private static Other other(ResultSet row) throws SQLException {
        return new Other(
                row.getLong("incident_id"),
                State.valueOf(row.getString("state")),
                Unheard.at(row, "at"),
                row.getString("text"),
                "",
                false,
                row.getObject("event", Long.class));
    }
}
