package ru.otklik.listening;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.otklik.networks.NetworkFault;

/** The table {@code lane}: how far each was heard. */
@Repository
class LaneRows {

    /**
     * A lane taken by this process.
     *
     * @param turns its number among all claims of the lane: who has an older one moves nothing
     * @param failures how many times in a row it was not heard
     */
    record Claim(int id, String network, String key, String cursor, long turns, int failures) {

        /** A lane that is claimed longer than this belongs to a node that is gone. */
        static final Duration ABANDONED = Duration.ofMinutes(5);
    }

    private final JdbcClient jdbc;

    LaneRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one that has waited longest of those that are due. */
    Optional<Claim> claim(UUID node, Instant now) {
        return jdbc.sql("""
                        update lane set claimed_at = :now, claimed_by = :node, turns = turns + 1
                         where id = (
                            select id from lane l
                             where next_at <= :now and (claimed_at is null or claimed_at < :abandoned)
                               and exists (select from source s where s.lane_id = l.id and s.active)
                             order by next_at, id limit 1 for update skip locked)
                        returning id, network, key, cursor, turns, failures""")
                .param("now", utc(now))
                .param("node", node)
                .param("abandoned", utc(now.minus(Claim.ABANDONED)))
                .query(Claim.class)
                .optional();
    }

    /** What a process of this node had claimed when it was killed. */
    void release(UUID node) {
        jdbc.sql("update lane set claimed_at = null, claimed_by = null where claimed_by = :node")
                .param("node", node)
                .update();
    }

    /** Until the end of the transaction nobody moves it. */
    void hold(int id) {
        jdbc.sql("select 1 from lane where id = :id for share")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** False: the claim is lost, somebody else hears this lane now. */
    boolean move(Claim claim, String cursor, int heard, Instant next, Instant now) {
        return jdbc.sql("""
                        update lane set cursor = :cursor, heard = heard + :heard, next_at = :next, heard_at = :now,
                               claimed_at = null, claimed_by = null, failures = 0, fault = null, error = null
                         where id = :id and turns = :turns""")
                        .param("id", claim.id())
                        .param("turns", claim.turns())
                        .param("cursor", cursor)
                        .param("heard", heard)
                        .param("next", utc(next))
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    void failed(Claim claim, NetworkFault.Kind fault, String error, Instant next, Instant now) {
        jdbc.sql("""
                        update lane set claimed_at = null, claimed_by = null, failures = failures + 1, next_at = :next,
                               fault = :fault, error = :error, failed_at = :now
                         where id = :id and turns = :turns""")
                .param("id", claim.id())
                .param("turns", claim.turns())
                .param("fault", fault.name())
                .param("error", error)
                .param("next", utc(next))
                .param("now", utc(now))
                .update();
    }

    /** The lane of that name; begun now where there is none. */
    int of(String network, String key, Instant now) {
        return jdbc.sql("""
                        insert into lane (network, key, next_at) values (:network, :key, :now)
                        on conflict (network, key) do update set next_at = :now
                        returning id""")
                .param("network", network)
                .param("key", key)
                .param("now", utc(now))
                .query(Integer.class)
                .single();
    }

    void hurry(int id, Instant now) {
        jdbc.sql("update lane set next_at = :now where id = :id")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
