package ru.otklik.learning;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code decision}. */
@Component
class DecisionRows {

    private final JdbcClient jdbc;

    DecisionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When a message was detected that had a proposal; empty: there was nothing to confirm. */
    Optional<Instant> findDetected(long incident) {
        return jdbc.sql("select detected_at from incident where id = :id and proposal is not null")
                .param("id", incident)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** The time and the proposal are those of the first decision; what was decided is the last. */
    void keep(long incident, Instant now, long waitedSeconds) {
        jdbc.sql("""
                        insert into decision (incident_id, decided_at, waited_seconds, model, proposed_topics, topic, proposed_place,
                               place, proposed_importance, importance, proposed_authorities, authority, proposed_screen, ground,
                               place_said)
                        select i.id, :now, :waited, p ->> 'model',
                               array(select jsonb_path_query(p, '$.topics[*].code') #>> '{}'), i.topic,
                               case when jsonb_array_length(p -> 'places') = 1 then p #>> '{places,0,code}' end, i.place,
                               p ->> 'importance', i.importance,
                               array(select jsonb_path_query(p, '$.authorities[*].code') #>> '{}'),
                               (select code from authority where id = i.lead), p #>> '{screening,screen}', i.ground,
                               (select min(lower(said)) from jsonb_path_query(p, '$.places[*].because[0]') w(words), lower(words #>> '{}') said
                                having count(distinct said) = 1)
                          from incident i, cast(i.proposal as jsonb) p
                         where i.id = :id
                            on conflict (incident_id) do update
                           set topic = excluded.topic, place = excluded.place, importance = excluded.importance,
                               authority = coalesce(excluded.authority, decision.authority), ground = excluded.ground
                        """)
                .param("id", incident)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("waited", (int) Math.min(waitedSeconds, Integer.MAX_VALUE))
                .update();
    }
}
