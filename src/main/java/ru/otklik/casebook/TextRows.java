package ru.otklik.casebook;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.otklik.casework.Actor;
import ru.otklik.casework.DraftKind;
import ru.otklik.casework.Fact;
import ru.otklik.casework.World;

/** Versions of drafts and of contributions: kept as they were written, for ever. */
@Component
class TextRows {

    private final JdbcClient jdbc;

    TextRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static void keep(Writes to, long incident, Fact fact, Actor by, Instant now) {
        if (fact instanceof Fact.DraftSaved d) {
            to.add(
                    "insert into draft (incident_id, version, kind, text, by_person, at) values (?, ?, ?, ?, ?, ?)",
                    incident,
                    d.draft(),
                    d.kind().name(),
                    d.text(),
                    by.person(),
                    Writes.instant(now));
        } else if (fact instanceof Fact.ContributionSent c) {
            to.add(
                    """
                    insert into contribution (incident_id, authority, number, nothing, text, by_person, at)
                    values (?, ?, ?, ?, ?, ?, ?)
                    """,
                    incident,
                    c.authority(),
                    c.contribution(),
                    c.nothing(),
                    c.text(),
                    by.person(),
                    Writes.instant(now));
        }
    }

    Optional<World.Draft> findDraft(long incident, int version) {
        return jdbc.sql("select version, kind, by_person, at from draft where incident_id = ? and version = ?")
                .params(Arrays.asList(incident, version))
                .query((r, n) -> new World.Draft(
                        r.getInt(1),
                        DraftKind.valueOf(r.getString(2)),
                        r.getInt(3),
                        r.getObject(4, OffsetDateTime.class).toInstant()))
                .optional();
    }

    int contributions(long incident, int authority) {
        return jdbc.sql("select count(*) from contribution where incident_id = ? and authority = ?")
                .params(incident, authority)
                .query(Integer.class)
                .single();
    }
}
