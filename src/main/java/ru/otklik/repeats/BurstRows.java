package ru.otklik.repeats;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.otklik.detection.repeats.Burst;
import ru.otklik.repeats.Bursts.Noticed;

@Component
class BurstRows {

    private final JdbcClient jdbc;

    BurstRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction one node alone looks. */
    boolean alone() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('otklik bursts'))")
                .query(Boolean.class)
                .single();
    }

    /** Goes on with the burst of this subject that still lasts, or begins one. */
    void keep(Burst b, String measure, Instant now, Instant lasting) {
        int kept = jdbc.sql("""
                        update burst set last_at = :now, count = greatest(count, :count), usual = :usual, series = :series
                         where topic = :topic and place = :place and measure = :measure and last_at > :lasting
                        """)
                .params(values(b, measure, now))
                .param("lasting", lasting.atOffset(ZoneOffset.UTC))
                .update();
        if (kept == 0) {
            jdbc.sql("""
                            insert into burst (topic, place, measure, began_at, last_at, count, usual, series)
                            values (:topic, :place, :measure, :now, :now, :count, :usual, :series)
                            """).params(values(b, measure, now)).update();
        }
    }

    private static Map<String, Object> values(Burst b, String measure, Instant now) {
        return Map.of(
                "topic", b.topic(),
                "place", b.place(),
                "measure", measure,
                "now", now.atOffset(ZoneOffset.UTC),
                "count", b.count(),
                "usual", b.usual(),
                "series", b.series().toArray(Integer[]::new));
    }

    /** Fresh ones that nobody looked at first, then the newest. */
    List<Noticed> list(int most) {
        return jdbc.sql("select * from burst order by seen_at is not null, last_at desc, id limit ?")
                .param(most)
                .query(BurstRows::noticed)
                .list();
    }

    List<Noticed> fresh(Instant since) {
        return jdbc.sql("select * from burst where seen_at is null and last_at > ? order by last_at desc, id limit 5")
                .param(since.atOffset(ZoneOffset.UTC))
                .query(BurstRows::noticed)
                .list();
    }

    /** By the hour and by the day it is one matter. @return whether it was there and nobody had */
    boolean see(long id, int by, Instant now) {
        return jdbc.sql("""
                        update burst set seen_by = ?, seen_at = ?
                         where seen_at is null and (topic, place) = (select topic, place from burst where id = ?)
                        """).params(by, now.atOffset(ZoneOffset.UTC), id).update() > 0;
    }

    boolean propose(long id, String note, int by, Instant now) {
        return jdbc.sql("""
                        update burst set candidate_by = ?, candidate_at = ?, note = ? where id = ? and candidate_at is null
                        """).params(by, now.atOffset(ZoneOffset.UTC), note, id).update() > 0;
    }

    private static Noticed noticed(ResultSet row, int number) throws SQLException {
        return new Noticed(
                row.getLong("id"),
                row.getString("topic"),
                row.getString("place"),
                row.getString("measure").equals("HOURLY"),
                Unheard.at(row, "began_at"),
                Unheard.at(row, "last_at"),
                row.getInt("count"),
                row.getDouble("usual"),
                List.of((Integer[]) row.getArray("series").getArray()),
                by(row, "seen"),
                by(row, "candidate"),
                row.getString("note"));
    }

    private static Optional<Bursts.By> by(ResultSet row, String what) throws SQLException {
        var at = row.getObject(what + "_at", OffsetDateTime.class);
        return at == null ? Optional.empty() : Optional.of(new Bursts.By(row.getInt(what + "_by"), at.toInstant()));
    }
}
