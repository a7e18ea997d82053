package ru.otklik.repeats;

import static ru.otklik.repeats.Columns.each;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import ru.otklik.detection.repeats.Sketch;

/** Messages as they are looked for, and their texts as sketches. */
@Component
class SaidRows {

    /** Of a text's bands: fewer are a smaller index, and find less. */
    private static final int BANDS = 20;
    /** A hostile flood of nearly the same texts costs no more than this. */
    private static final int LOOKED_AT = 2_000;

    /** @param alike from 0 to 1 */
    record Near(long fingerprint, double alike) {}

    private final JdbcTemplate jdbc;

    SaidRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Unheard> claim(int most) {
        return jdbc.query("""
                with mine as (
                    delete from unheard where incident_id = any (array(
                        select incident_id from unheard order by incident_id limit ? for update skip locked))
                    returning incident_id)
                select i.id, i.topic, i.place, m.text, coalesce(least(m.posted_at, m.received_at), m.received_at) as at,
                       m.posted_at is not null as timed, m.network || ' ' || coalesce(m.author_id, m.author_url) as author,
                       a.draft, a.at as answered_at, d.text as answer
                  from mine
                  join incident i on i.id = mine.incident_id
                  join message m on m.id = i.id
                  left join lateral (
                    select (j.body::json #>> '{fact,draft}')::int as draft, j.at
                      from journal j
                     where i.finals > 0 and j.incident_id = i.id and j.fact = 'Published'
                       and j.body::json #>> '{fact,kind}' = 'FINAL'
                     order by j.number desc limit 1) a on true
                  left join draft d on d.incident_id = i.id and d.version = a.draft
                 order by i.id
                """, Unheard::of, most);
    }

    void file(List<Unheard> all) {
        if (all.isEmpty()) {
            return;
        }
        Map<Long, Sketch> sketches = new TreeMap<>(); // in one order everywhere, or two nodes wait for each other
        all.forEach(u -> u.sketch().ifPresent(s -> sketches.put(fingerprint(s), s)));
        jdbc.update(
                """
                insert into sketch (fingerprint, mins, bands)
                select f, m, string_to_array(b, ',')::int[] from unnest(?::bigint[], ?::bytea[], ?::text[]) as s (f, m, b)
                on conflict (fingerprint) do nothing
                """,
                sketches.keySet().toArray(Long[]::new),
                each(sketches.values(), byte[][]::new, Sketch::kept),
                each(
                        sketches.values(),
                        String[]::new,
                        s -> Arrays.stream(s.buckets(BANDS))
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining(","))));
        jdbc.update(
                """
                insert into said (incident_id, author, topic, place, at, timed, fingerprint)
                select * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::bool[], ?::bigint[])
                on conflict (incident_id) do update
                   set author = excluded.author, topic = excluded.topic, place = excluded.place, at = excluded.at,
                       timed = excluded.timed, fingerprint = excluded.fingerprint
                """,
                each(all, Long[]::new, Unheard::incident),
                each(all, String[]::new, Unheard::author),
                each(all, String[]::new, Unheard::topic),
                each(all, String[]::new, Unheard::place),
                each(all, String[]::new, u -> u.at().toString()),
                each(all, Boolean[]::new, Unheard::timed),
                each(
                        all,
                        Long[]::new,
                        u -> u.sketch().map(SaidRows::fingerprint).orElse(null)));
    }

    /** Texts alike, the most alike first. */
    List<Near> near(Sketch sketch, double atLeast, int most) {
        Integer[] bands = Arrays.stream(sketch.buckets(BANDS)).boxed().toArray(Integer[]::new);
        var found = new ArrayList<Near>();
        jdbc.query(
                "select fingerprint, mins from alike(?, ?)",
                row -> {
                    double alike = sketch.similarity(row.getBytes(2));
                    if (alike >= atLeast) {
                        found.add(new Near(row.getLong(1), alike));
                    }
                },
                bands,
                LOOKED_AT);
        found.sort(Comparator.comparingDouble(n -> -n.alike()));
        return found.subList(0, Math.min(most, found.size()));
    }

    /** Equal for equal sketches; of a million different ones two agree once in millions of years. */
    private static long fingerprint(Sketch sketch) {
        long h = 0xcbf29ce484222325L;
        for (byte b : sketch.kept()) {
            h = (h ^ b) * 0x100000001b3L;
            h ^= h >>> 29;
        }
        return h;
    }
}
