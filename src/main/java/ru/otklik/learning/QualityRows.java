package ru.otklik.learning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How well the program proposed, counted over {@code decision}; test messages do not count. */
@Component
class QualityRows {

    /**
     * Shares are from 0 to 1; null where nothing was to be compared.
     *
     * @param week its Monday
     * @param decided decisions of that week
     * @param unchanged topic, place, importance and lead as proposed, or the exclusion as the screen said
     * @param waited the median working seconds from detection to the decision
     */
    record Week(
            LocalDate week,
            long decided,
            @Nullable Double topic,
            @Nullable Double topicOfThree,
            @Nullable Double place,
            @Nullable Double importance,
            @Nullable Double authority,
            @Nullable Double authorityOfThree,
            Double unchanged,
            Double waited) {}

    /** @param instead what the program proposed most often where it was wrong; null: it was not */
    record Topic(
            String code,
            long decided,
            double right,
            @Nullable String instead) {}

    private static final String COUNTED =
            " from decision d join incident i on i.id = d.incident_id where not i.test and d.decided_at >= :from ";

    private final JdbcClient jdbc;

    QualityRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    List<Week> weeks(Instant from, ZoneId zone) {
        return jdbc.sql("""
                        select date_trunc('week', d.decided_at at time zone :zone)::date as week, count(*) as decided,
                               avg((d.topic = d.proposed_topics[1])::int) filter (where d.authority is not null) as topic,
                               avg((d.topic = any (d.proposed_topics))::int) filter (where d.authority is not null) as of_three,
                               avg((d.place is not distinct from d.proposed_place)::int) filter (where d.authority is not null) as place,
                               avg((d.importance = d.proposed_importance)::int) filter (where d.authority is not null) as importance,
                               avg(coalesce(d.authority = d.proposed_authorities[1], false)::int) filter (where d.authority is not null)
                                   as authority,
                               avg(coalesce(d.authority = any (d.proposed_authorities), false)::int)
                                   filter (where d.authority is not null) as authority_of_three,
                               avg(case when d.authority is null
                                        then (d.proposed_screen not in ('CLEAN', 'FOREIGN'))::int
                                        else coalesce(d.topic = d.proposed_topics[1] and d.place is not distinct from d.proposed_place
                                             and d.importance = d.proposed_importance and d.authority = d.proposed_authorities[1], false)::int
                                    end) as unchanged,
                               percentile_cont(0.5) within group (order by d.waited_seconds) as waited
                        """ + COUNTED + " group by 1 order by 1 desc")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("zone", zone.getId())
                .query((r, n) -> new Week(
                        r.getObject("week", LocalDate.class),
                        r.getLong("decided"),
                        share(r.getObject("topic")),
                        share(r.getObject("of_three")),
                        share(r.getObject("place")),
                        share(r.getObject("importance")),
                        share(r.getObject("authority")),
                        share(r.getObject("authority_of_three")),
                        r.getDouble("unchanged"),
                        r.getDouble("waited")))
                .list();
    }

    private static @Nullable Double share(@Nullable Object value) {
        return Optional.ofNullable((Number) value).map(Number::doubleValue).orElse(null);
    }

    /** The most frequent first. */
    List<Topic> topics(Instant from) {
        return jdbc.sql("""
                        select d.topic, count(*) as decided, avg(coalesce(d.topic = d.proposed_topics[1], false)::int) as right_,
                               mode() within group (order by d.proposed_topics[1])
                                   filter (where d.topic is distinct from d.proposed_topics[1]) as instead
                        """ + COUNTED + " and d.topic is not null group by d.topic order by 2 desc, 1")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .query((r, n) -> new Topic(
                        r.getString("topic"), r.getLong("decided"), r.getDouble("right_"), r.getString("instead")))
                .list();
    }
}
