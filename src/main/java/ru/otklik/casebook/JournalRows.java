package ru.otklik.casebook;

import static ru.otklik.casebook.ObligationRows.each;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Fact;
import ru.otklik.casework.Incident;
import tools.jackson.databind.json.JsonMapper;

@Component
class JournalRows {

    /** @param chain after this entry */
    record Entry(Chain chain, Instant at, int person, String personName, String fact, String body) {}

    private final JsonMapper json;

    JournalRows(JsonMapper json) {
        this.json = json;
    }

    /** The last fact of a decision carries what changed in the incident. */
    List<Entry> entries(
            Chain chain, List<Fact> facts, @Nullable Incident before, Incident after, Actor by, Instant now) {
        var entries = new ArrayList<Entry>();
        Chain at = chain;
        for (int i = 0; i < facts.size(); i++) {
            Fact f = facts.get(i);
            var body = new LinkedHashMap<String, Object>();
            body.put("fact", f);
            if (i == facts.size() - 1) {
                changes(before, after, body);
            }
            String text = json.writeValueAsString(body);
            String name = f.getClass().getSimpleName();
            at = at.next(now, by.person(), by.name(), name, text);
            entries.add(new Entry(at, now, by.person(), by.name(), name, text));
        }
        return entries;
    }

    private static void changes(@Nullable Incident before, Incident after, Map<String, Object> body) {
        var old = before == null ? Map.<String, @Nullable Object>of() : summary(before);
        var was = new LinkedHashMap<String, @Nullable Object>();
        var became = new LinkedHashMap<String, @Nullable Object>();
        summary(after).forEach((k, v) -> {
            if (!Objects.equals(old.get(k), v)) {
                was.put(k, old.get(k));
                became.put(k, v);
            }
        });
        body.put("before", was);
        body.put("after", became);
    }

    private static Map<String, @Nullable Object> summary(Incident i) {
        var s = new LinkedHashMap<String, @Nullable Object>();
        s.put("state", i.state());
        s.put("topic", i.head().assessment().topic());
        s.put("place", i.head().assessment().place());
        s.put("importance", i.head().assessment().importance());
        s.put("test", i.head().test());
        s.put("regulation", i.head().regulation());
        s.put("lead", i instanceof Incident.UnderWay u ? (Integer) u.work().lead() : null);
        s.put("coExecutors", i instanceof Incident.UnderWay u ? u.work().coExecutors() : List.of());
        return s;
    }

    void insert(Writes to, List<Entry> entries) {
        to.add(
                """
                insert into journal (incident_id, at, person, person_name, number, fact, body, hash)
                select * from unnest(?::bigint[], ?::timestamptz[], ?::int[], ?::text[], ?::int[], ?::text[], ?::text[],
                                     ?::bytea[])
                """,
                each(entries, Long[]::new, e -> e.chain().incident()),
                each(entries, String[]::new, e -> e.at().toString()),
                each(entries, Integer[]::new, Entry::person),
                each(entries, String[]::new, Entry::personName),
                each(entries, Integer[]::new, e -> e.chain().length()),
                each(entries, String[]::new, Entry::fact),
                each(entries, String[]::new, Entry::body),
                each(entries, byte[][]::new, e -> e.chain().hash()));
    }
}
