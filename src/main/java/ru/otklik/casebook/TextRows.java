package ru.otklik.casebook;

import static ru.otklik.casebook.ObligationRows.each;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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
                    """
                    insert into draft (incident_id, version, kind, text, pictures, by_person, at)
                    values (?, ?, ?, ?, ?, ?, ?)
                    """,
                    incident,
                    d.draft(),
                    d.kind().name(),
                    d.text(),
                    each(d.pictures(), String[]::new, p -> p),
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
        } else if (fact instanceof Fact.HandAnswerSeen h) {
            to.add("""
                    insert into hand_answer (incident_id, external_id, url, text, at) values (?, ?, ?, ?, ?)
                    on conflict (incident_id, external_id) do update set text = excluded.text
                    """, incident, h.externalId(), Writes.text(h.url()), h.text(), Writes.instant(h.at()));
        } else if (fact instanceof Fact.Published) {
            to.add("update hand_answer set settled = true where incident_id = ? and not settled", incident);
        }
    }

    List<World.HandAnswer> handAnswers(long incident) {
        return jdbc.sql("select * from hand_answer where incident_id = ? order by at desc, external_id")
                .param(incident)
                .query((r, n) -> new World.HandAnswer(
                        r.getString("external_id"),
                        r.getString("url"),
                        r.getString("text"),
                        FileRows.at(r, "at"),
                        r.getBoolean("settled")))
                .list();
    }

    Optional<World.Draft> findDraft(long incident, int version) {
        return jdbc.sql("select * from draft where incident_id = ? and version = ?")
                .params(Arrays.asList(incident, version))
                .query((r, n) -> new World.Draft(
                        r.getInt("version"),
                        DraftKind.valueOf(r.getString("kind")),
                        r.getString("text"),
                        texts(r, "pictures"),
                        r.getInt("by_person"),
                        FileRows.at(r, "at")))
                .optional();
    }

    int contributions(long incident, int authority) {
        return jdbc.sql("select count(*) from contribution where incident_id = ? and authority = ?")
                .params(incident, authority)
                .query(Integer.class)
                .single();
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array all = row.getArray(column);
        return all == null ? List.of() : List.of((String[]) all.getArray());
    }
}
