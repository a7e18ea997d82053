package ru.otklik.casebook;

import java.time.Instant;
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

    void keep(long incident, Fact fact, Actor by, Instant now) {
        if (fact instanceof Fact.DraftSaved d) {
            jdbc.sql("insert into draft (incident_id, version, kind, text, by_person, at) values (?, ?, ?, ?, ?, ?)")
                    .params(Arrays.asList(
                            incident, d.draft(), d.kind().name(), d.text(), by.person(), MessageRows.at(now)))
                    .update();
        } else if (fact instanceof Fact.ContributionSent c) {
            jdbc.sql("""
                    insert into contribution (incident_id, authority, number, nothing, text, by_person, at)
                    values (?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(Arrays.asList(
                            incident,
                            c.authority(),
                            c.contribution(),
                            c.nothing(),
                            c.text(),
                            by.person(),
                            MessageRows.at(now)))
                    .update();
        }
    }

    Optional<World.Draft> findDraft(long incident, int version) {
        return jdbc.sql("select version, kind, by_person from draft where incident_id = ? and version = ?")
                .params(Arrays.asList(incident, version))
                .query((r, n) -> new World.Draft(r.getInt(1), DraftKind.valueOf(r.getString(2)), r.getInt(3)))
                .optional();
    }
}
