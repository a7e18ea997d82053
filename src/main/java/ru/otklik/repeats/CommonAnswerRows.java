package ru.otklik.repeats;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.otklik.casebook.Visibility;

/** Texts that were written once for many messages of an event, and which version of each incident each became. */
@Component
class CommonAnswerRows {

    private final JdbcClient jdbc;

    CommonAnswerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(long event, int authority, String text, int by, Instant now) {
        return jdbc.sql("""
                        insert into common_answer (event, authority, text, by_person, at) values (?, ?, ?, ?, ?) returning id
                        """)
                .params(event, authority, text, by, now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** The same text sent once more goes on where it stopped. */
    Optional<Long> find(long event, int authority, String text) {
        return jdbc.sql(
                        "select id from common_answer where event = ? and authority = ? and text = ? order by id desc limit 1")
                .params(event, authority, text)
                .query(Long.class)
                .optional();
    }

    void addPart(long answer, long incident, int draft) {
        jdbc.sql("""
                        insert into common_answer_part (answer, incident_id, draft) values (?, ?, ?)
                        on conflict (answer, incident_id) do update set draft = excluded.draft
                        """).params(answer, incident, draft).update();
    }

    /** The newest first; of each, its incidents that wait for approval or for publication with this very version. */
    List<CommonAnswer> list(long event, Visibility visible) {
        return jdbc.sql("""
                        select c.*, array_agg(i.id order by i.id) filter (where i.state = 'AWAITING_APPROVAL') as waiting,
                               array_agg(i.id order by i.id) filter (where i.state = 'APPROVED' and not i.ordered) as approved,
                               count(*) as parts
                          from common_answer c
                          join common_answer_part p on p.answer = c.id
                          left join incident i on i.id = p.incident_id and i.submitted = p.draft
                         where c.event = :event and (:seesAll or c.authority = :viewer)
                         group by c.id order by c.id desc
                        """)
                .param("event", event)
                .params(visible.parameters())
                .query((row, n) -> new CommonAnswer(
                        row.getLong("id"),
                        event,
                        row.getInt("authority"),
                        row.getString("text"),
                        row.getInt("by_person"),
                        Unheard.at(row, "at"),
                        Columns.numbers(row.getArray("waiting")),
                        Columns.numbers(row.getArray("approved")),
                        row.getInt("parts")))
                .list();
    }

    int draft(long answer, long incident) {
        return jdbc.sql("select draft from common_answer_part where answer = ? and incident_id = ?")
                .params(answer, incident)
                .query(Integer.class)
                .single();
    }
}
