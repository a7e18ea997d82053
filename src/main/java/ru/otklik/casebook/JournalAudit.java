package ru.otklik.casebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.otklik.casework.Fact;
import tools.jackson.databind.json.JsonMapper;

/** Walks the journals of all incidents and says where a chain is broken. */
@Component
public class JournalAudit {

    /**
     * @param entries how many were walked
     * @param broken the first broken link, as a sentence; empty: every chain is whole
     */
    public record Result(long incidents, long entries, Optional<String> broken) {}

    private static final int PAGE = 500;
    private static final String DRAFT_SAVED = Fact.DraftSaved.class.getSimpleName();

    private record Last(long incident, int length, byte[] hash) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JournalAudit(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param progress told the number of incidents walked, after every page */
    public Result verify(LongConsumer progress) {
        long incidents = 0;
        long entries = 0;
        long after = 0;
        for (List<Last> page = page(after); !page.isEmpty(); page = page(after)) {
            for (Last last : page) {
                var walk = new Walk(last);
                walk.run();
                entries += walk.at.length();
                incidents++;
                if (walk.broken != null) {
                    return new Result(incidents, entries, Optional.of(walk.broken));
                }
                after = last.incident();
            }
            progress.accept(incidents);
        }
        return new Result(incidents, entries, strangers());
    }

    /** Entries of no incident: whole chains cannot be slipped in either. */
    private Optional<String> strangers() {
        return jdbc.sql("""
                select incident_id from journal j
                 where not exists (select 1 from incident i where i.id = j.incident_id) limit 1
                """)
                .query(Long.class)
                .optional()
                .map("Журнал инцидента %d есть, а самого инцидента нет."::formatted);
    }

    /** Of an entry whose hash was right: before that it may be anything. */
    private String text(String body) {
        return json.readTree(body).path("fact").path("text").asString("");
    }

    private List<Last> page(long after) {
        return jdbc.sql("select id, journal_length, journal_hash from incident where id > ? order by id limit " + PAGE)
                .param(after)
                .query((r, n) -> new Last(r.getLong(1), r.getInt(2), r.getBytes(3)))
                .list();
    }

    private class Walk {

        private final Last last;
        private Chain at;
        private @Nullable String broken;

        Walk(Last last) {
            this.last = last;
            this.at = new Chain(last.incident(), 0, Chain.START);
        }

        void run() {
            jdbc.sql("""
                    select j.number, j.at, j.person, j.person_name, j.fact, j.body, j.hash, d.text as draft
                      from (select *, count(*) filter (where fact = 'DraftSaved') over (order by number) as saved
                              from journal where incident_id = ?) j
                      left join draft d on d.incident_id = j.incident_id and d.version = j.saved
                     order by j.number
                    """).param(last.incident()).query(r -> {
                while (broken == null && r.next()) {
                    step(r);
                }
                return at;
            });
            if (broken == null && (at.length() != last.length() || !Arrays.equals(at.hash(), last.hash()))) {
                broken = "Инцидент %d: в журнале %d записей, а должно быть %d: конец журнала утрачен или подменён."
                        .formatted(last.incident(), at.length(), last.length());
            }
        }

        private void step(ResultSet r) throws SQLException {
            int number = r.getInt("number");
            Chain next = at.next(
                    r.getObject("at", OffsetDateTime.class).toInstant(),
                    r.getInt("person"),
                    r.getString("person_name"),
                    r.getString("fact"),
                    r.getString("body"));
            if (number != next.length()) {
                broken = "Инцидент %d: после записи № %d идёт № %d, между ними записи удалены."
                        .formatted(last.incident(), at.length(), number);
            } else if (!Arrays.equals(next.hash(), r.getBytes("hash"))) {
                broken = "Инцидент %d: запись № %d изменена или подменена.".formatted(last.incident(), number);
            } else if (r.getString("fact").equals(DRAFT_SAVED)
                    && !text(r.getString("body")).equals(r.getString("draft"))) {
                broken = "Инцидент %d: текст проекта не совпадает с записью журнала № %d."
                        .formatted(last.incident(), number);
            }
            at = next;
        }
    }
}
