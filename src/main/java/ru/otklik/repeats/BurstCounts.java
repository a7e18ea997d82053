package ru.otklik.repeats;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.otklik.detection.repeats.Burst;

@Component
class BurstCounts {

    private final JdbcClient jdbc;

    BurstCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many messages each window brought, the oldest first; without test ones and what is not worked on. */
    Map<Subject, int[]> of(Burst.Measure by, Instant now) {
        var counts =
                new TreeMap<Subject, int[]>(Comparator.comparing(Subject::topic).thenComparing(Subject::place));
        long seconds = by.window().toSeconds();
        jdbc.sql("""
                        select s.topic, s.place, floor(extract(epoch from :now::timestamptz - s.at) / :window)::int as back,
                               count(*)::int as n
                          from said s join incident i on i.id = s.incident_id
                         where s.topic is not null and s.place is not null and s.timed and s.at > :since and s.at <= :now
                           and not i.test and i.state <> 'EXCLUDED'
                         group by 1, 2, 3
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("since", now.minusSeconds(seconds * (by.windows() + 1)).atOffset(ZoneOffset.UTC))
                .param("window", seconds)
                .query(row -> {
                    var subject = new Subject(row.getString("topic"), row.getString("place"));
                    int[] series = counts.computeIfAbsent(subject, s -> new int[by.windows() + 1]);
                    series[Math.max(0, by.windows() - row.getInt("back"))] += row.getInt("n");
                });
        return counts;
    }
}
