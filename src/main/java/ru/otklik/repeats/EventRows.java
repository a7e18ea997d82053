package ru.otklik.repeats;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.otklik.casebook.Visibility;
import ru.otklik.casework.State;
import ru.otklik.detection.repeats.Telling;
import ru.otklik.repeats.Events.Gathered;
import ru.otklik.repeats.Events.Message;

@Component
class EventRows {

    /** Proposals are made of so many of the newest messages. */
    private static final int LOOKED_AT = 20_000;

    private final JdbcClient jdbc;

    EventRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** With the topic and the place of its first message. */
    long open(long first, int by, Instant now) {
        return jdbc.sql("""
                        insert into event (topic, place, opened_at, opened_by)
                        select topic, place, ?, ? from incident where id = ? returning id
                        """)
                .params(now.atOffset(ZoneOffset.UTC), by, first)
                .query(Long.class)
                .single();
    }

    /** Of those with a message that the viewer may see, the newest first. */
    List<Gathered> list(@Nullable Long only, int most, Visibility visible) {
        return jdbc.sql("""
                        select e.id, e.topic, e.place, e.opened_at, count(*) as messages,
                               count(*) filter (where i.state <> 'ANSWERED' and i.state <> 'EXCLUDED') as open
                          from event e join incident i on i.event = e.id
                         where (:only::bigint is null or e.id = :only) and %s
                         group by e.id order by e.id desc limit :most
                        """.formatted(Visibility.CONDITION))
                .param("only", only)
                .param("most", most)
                .params(visible.parameters())
                .query((row, n) -> new Gathered(
                        row.getLong("id"),
                        row.getString("topic"),
                        row.getString("place"),
                        Unheard.at(row, "opened_at"),
                        row.getInt("messages"),
                        row.getInt("open")))
                .list();
    }

    List<Message> messages(long event, Visibility visible) {
        return jdbc.sql("""
                        select i.id, i.state, i.lead, i.ordered, coalesce(least(m.posted_at, m.received_at), m.received_at) as at,
                               m.author_name, left(m.text, 240) as excerpt
                          from incident i join message m on m.id = i.id
                         where i.event = :event and
                        """ + Visibility.CONDITION + " order by at, i.id")
                .param("event", event)
                .params(visible.parameters())
                .query((row, n) -> new Message(
                        row.getLong("id"),
                        State.valueOf(row.getString("state")),
                        row.getObject("lead", Integer.class),
                        row.getBoolean("ordered"),
                        Unheard.at(row, "at"),
                        row.getString("author_name"),
                        row.getString("excerpt")))
                .list();
    }

    Optional<Long> of(long incident, Visibility visible) {
        return jdbc.sql("select i.event from incident i where i.event is not null and i.id = :id and "
                        + Visibility.CONDITION)
                .param("id", incident)
                .params(visible.parameters())
                .query(Long.class)
                .optional();
    }

    /** What is in no event yet; without texts. */
    List<Telling> loose(Instant since) {
        return jdbc.sql("""
                        select s.incident_id, s.author, s.topic, s.place, s.at, '' as text
                          from said s join incident i on i.id = s.incident_id
                         where s.at > ? and s.topic is not null and s.place is not null
                           and i.event is null and i.state not in ('EXCLUDED', 'ANSWERED')
                         order by s.incident_id desc limit ?
                        """)
                .params(since.atOffset(ZoneOffset.UTC), LOOKED_AT)
                .query(RepeatRows::telling)
                .list();
    }
}
