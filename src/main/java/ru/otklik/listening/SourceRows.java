package ru.otklik.listening;

import static ru.otklik.listening.LaneRows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.otklik.networks.Place;

/** The table {@code source}. */
@Repository
class SourceRows {

    private static final String WATCHED =
            "select s.*, l.heard_at, l.heard, l.fault, l.error, l.failed_at, l.next_at from source s join lane l on l.id = s.lane_id ";

    private final JdbcClient jdbc;

    SourceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Source> ofLane(int lane) {
        return jdbc.sql("select * from source where lane_id = :lane and active order by id")
                .param("lane", lane)
                .query(SourceRows::source)
                .list();
    }

    Optional<Source> ofHook(UUID hook) {
        return jdbc.sql("select * from source where hook = :hook and active")
                .param("hook", hook)
                .query(SourceRows::source)
                .optional();
    }

    /** Of a lane whose sources are all about one; empty: of several, or of none. */
    Optional<String> aboutOf(int lane) {
        List<String> about = jdbc.sql(
                        "select distinct coalesce(about, '') from source where lane_id = :lane and active")
                .param("lane", lane)
                .query(String.class)
                .list();
        return about.stream().filter(a -> about.size() == 1 && !a.isEmpty()).findFirst();
    }

    List<Watched> list() {
        return jdbc.sql(WATCHED + "order by s.network, s.title, s.id")
                .query(SourceRows::watched)
                .list();
    }

    Optional<Watched> find(int id) {
        return jdbc.sql(WATCHED + "where s.id = :id")
                .param("id", id)
                .query(SourceRows::watched)
                .optional();
    }

    /** Empty: the place is watched already. */
    Optional<Integer> add(Sources.Draft d, int lane) {
        Place p = d.found().place();
        return jdbc.sql("""
                        insert into source (lane_id, network, kind, place_id, title, url, account_id, every_seconds, most,
                                            since, about, can, missing)
                        values (:lane, :network, :kind, :place, :title, :url, :account, :every, :most, :since, :about,
                                :can, :missing)
                        on conflict (network, kind, place_id) do nothing
                        returning id""")
                .param("lane", lane)
                .param("network", p.network())
                .param("kind", p.kind())
                .param("place", p.id())
                .param("title", p.title())
                .param("url", p.url())
                .param("account", d.account())
                .param("every", (int) d.every().toSeconds())
                .param("most", d.most())
                .param("since", utc(d.since()))
                .param("about", d.about())
                .param("can", d.found().can().toArray(String[]::new))
                .param("missing", d.found().missing().toArray(String[]::new))
                .query(Integer.class)
                .optional();
    }

    /** False: somebody else was faster. */
    boolean change(int id, int version, Sources.Change c) {
        return jdbc.sql("""
                        update source set every_seconds = :every, most = :most, about = :about, active = :active,
                                          version = version + 1
                         where id = :id and version = :version""")
                        .param("id", id)
                        .param("version", version)
                        .param("every", (int) c.every().toSeconds())
                        .param("most", c.most())
                        .param("about", c.about())
                        .param("active", c.active())
                        .update()
                == 1;
    }

    private static Watched watched(ResultSet r, int n) throws SQLException {
        return new Watched(source(r, n), Watched.Health.of(r));
    }

    private static Source source(ResultSet r, int n) throws SQLException {
        return new Source(
                r.getInt("id"),
                r.getInt("lane_id"),
                new Place(
                        r.getString("network"),
                        r.getString("kind"),
                        r.getString("place_id"),
                        r.getString("title"),
                        r.getString("url")),
                r.getObject("account_id", Integer.class),
                Duration.ofSeconds(r.getInt("every_seconds")),
                r.getInt("most"),
                r.getObject("since", OffsetDateTime.class).toInstant(),
                r.getString("about"),
                List.of((String[]) r.getArray("can").getArray()),
                List.of((String[]) r.getArray("missing").getArray()),
                r.getObject("hook", UUID.class),
                r.getBoolean("active"),
                r.getInt("version"));
    }
}
