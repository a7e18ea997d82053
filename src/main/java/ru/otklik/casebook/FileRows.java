package ru.otklik.casebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.otklik.casebook.IncidentFile.Contribution;
import ru.otklik.casebook.IncidentFile.Draft;
import ru.otklik.casebook.IncidentFile.Entry;
import ru.otklik.casebook.IncidentFile.Part;
import ru.otklik.casebook.IncidentFile.Revision;
import ru.otklik.casebook.IncidentFile.Term;
import ru.otklik.casework.CoExecution;
import ru.otklik.casework.DraftKind;
import ru.otklik.regulation.Bearer;

/** What belongs to one incident, table by table, for its page. */
@Component
class FileRows {

    private final JdbcClient jdbc;

    FileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Revision> revisions(long message) {
        return jdbc.sql("select * from message_revision where message_id = :id order by revision")
                .param("id", message)
                .query((row, n) -> new Revision(row.getInt("revision"), row.getString("text"), at(row, "seen_at")))
                .list();
    }

    List<Term> terms(long incident) {
        return jdbc.sql("select * from obligation where incident_id = :id order by closed_at is not null, due_at, id")
                .param("id", incident)
                .query(FileRows::term)
                .list();
    }

    private static Term term(ResultSet row, int number) throws SQLException {
        return new Term(
                row.getString("term"),
                row.getString("clause"),
                Bearer.valueOf(row.getString("bearer")),
                row.getObject("authority", Integer.class),
                row.getObject("co_executor", Integer.class),
                row.getBoolean("is_right"),
                at(row, "opened_at"),
                at(row, "due_at"),
                row.getString("why"),
                find(row, "closed_at"),
                row.getObject("met", Boolean.class),
                row.getLong("late_seconds"));
    }

    List<Draft> drafts(long incident) {
        return jdbc.sql("select * from draft where incident_id = :id order by version")
                .param("id", incident)
                .query((row, n) -> new Draft(
                        row.getInt("version"),
                        DraftKind.valueOf(row.getString("kind")),
                        row.getString("text"),
                        TextRows.texts(row, "pictures"),
                        row.getInt("by_person"),
                        at(row, "at")))
                .list();
    }

    List<Part> parts(long incident) {
        return jdbc.sql("select * from co_execution where incident_id = :id order by authority")
                .param("id", incident)
                .query((row, n) -> new Part(
                        row.getInt("authority"),
                        CoExecution.Stage.valueOf(row.getString("stage")),
                        row.getInt("contribution"),
                        find(row, "due")))
                .list();
    }

    List<Contribution> contributions(long incident) {
        return jdbc.sql("select * from contribution where incident_id = :id order by authority, number")
                .param("id", incident)
                .query((row, n) -> new Contribution(
                        row.getInt("authority"),
                        row.getInt("number"),
                        row.getBoolean("nothing"),
                        row.getString("text"),
                        row.getInt("by_person"),
                        at(row, "at")))
                .list();
    }

    List<Entry> journal(long incident) {
        return jdbc.sql("""
                        select number, at, person, person_name, fact, body
                          from journal where incident_id = :id order by number
                        """)
                .param("id", incident)
                .query((row, n) -> new Entry(
                        row.getInt("number"),
                        at(row, "at"),
                        row.getInt("person"),
                        row.getString("person_name"),
                        row.getString("fact"),
                        row.getString("body")))
                .list();
    }

    static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant find(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
