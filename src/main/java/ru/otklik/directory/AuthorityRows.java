package ru.otklik.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.otklik.directory.Authority.Competence;
import ru.otklik.directory.Authority.DeputyChair;

/** The tables {@code authority}, {@code competence} and {@code deputy_chair}: one thing, read together. */
@Component
class AuthorityRows {

    private final JdbcClient jdbc;

    AuthorityRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Authority> list() {
        Map<Integer, List<Competence>> competences = competences();
        return jdbc.sql("""
                        select a.id, a.code, a.title, a.short_title, a.kind, a.territory, a.working_hours, a.regulation,
                               a.active, a.version, d.id as chair_id, d.name as chair_name, d.position as chair_position
                          from authority a
                          left join deputy_chair d on d.id = a.deputy_chair_id
                         order by a.id
                        """)
                .query((row, n) -> authority(row, competences.getOrDefault(row.getInt("id"), List.of())))
                .list();
    }

    boolean isEmpty() {
        return jdbc.sql("select not exists (select from authority)")
                .query(Boolean.class)
                .single();
    }

    int add(FirstLoad.Entry entry) {
        int id = jdbc.sql("""
                        insert into authority (code, title, short_title, kind, territory)
                        values (:code, :title, :short, :kind, :territory)
                        returning id
                        """)
                .param("code", entry.code())
                .param("title", entry.title())
                .param("short", entry.shortTitle())
                .param("kind", entry.kind().name().toLowerCase(Locale.ROOT))
                .param("territory", entry.territory())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        insert into competence (authority_id, subject)
                        select :id, subject from unnest(:subjects::text[]) as subject
                        """)
                .param("id", id)
                .param("subjects", entry.competence().toArray(String[]::new))
                .update();
        return id;
    }

    int addDeputyChair(String name, String position) {
        return jdbc.sql("insert into deputy_chair (name, position) values (:name, :position) returning id")
                .param("name", name)
                .param("position", position)
                .query(Integer.class)
                .single();
    }

    void setOverseer(int id, int deputyChair) {
        jdbc.sql("update authority set deputy_chair_id = :chair where id = :id")
                .param("id", id)
                .param("chair", deputyChair)
                .update();
    }

    Authority get(int id) {
        return list().stream()
                .filter(a -> a.id() == id)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no authority " + id));
    }

    int add(Establishing.Draft draft) {
        int id = jdbc.sql("""
                        insert into authority (code, title, short_title, kind)
                        values (:code, :title, :short, :kind)
                        returning id
                        """)
                .param("code", draft.code())
                .param("title", draft.title())
                .param("short", draft.shortTitle())
                .param("kind", draft.kind().name().toLowerCase(Locale.ROOT))
                .query(Integer.class)
                .single();
        change(id, draft);
        return id;
    }

    void change(int id, Establishing.Draft draft) {
        jdbc.sql("""
                        update authority
                           set title = :title, short_title = :short, working_hours = nullif(:hours, ''),
                               deputy_chair_id = :chair, version = version + 1
                         where id = :id
                        """)
                .param("id", id)
                .param("title", draft.title())
                .param("short", draft.shortTitle())
                .param("hours", draft.workingHours())
                .param("chair", draft.overseer())
                .update();
    }

    void setActive(int id, boolean active) {
        jdbc.sql("update authority set active = :active, version = version + 1 where id = :id")
                .param("id", id)
                .param("active", active)
                .update();
    }

    void entrust(int id, Competence line) {
        jdbc.sql("insert into competence (authority_id, subject, territory) values (:id, :subject, :territory)")
                .param("id", id)
                .param("subject", line.subject())
                .param("territory", line.territory())
                .update();
    }

    void withdraw(int id, Competence line) {
        jdbc.sql("""
                        delete from competence
                         where authority_id = :id and subject = :subject and territory is not distinct from :territory
                        """)
                .param("id", id)
                .param("subject", line.subject())
                .param("territory", line.territory())
                .update();
    }

    List<DeputyChair> deputyChairs() {
        return jdbc.sql("select id, name, position from deputy_chair order by name, id")
                .query((row, n) -> new DeputyChair(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
    }

    DeputyChair getDeputyChair(int id) {
        return deputyChairs().stream()
                .filter(c -> c.id() == id)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no deputy chair " + id));
    }

    DeputyChair changeDeputyChair(int id, String name, String position) {
        jdbc.sql("update deputy_chair set name = :name, position = :position where id = :id")
                .param("id", id)
                .param("name", name)
                .param("position", position)
                .update();
        return getDeputyChair(id);
    }

    /** Two nodes that start together: the second waits, and finds the list filled. */
    void lock() {
        jdbc.sql("lock table authority, person in share row exclusive mode").update();
    }

    private Map<Integer, List<Competence>> competences() {
        Map<Integer, List<Competence>> result = new HashMap<>();
        jdbc.sql("select authority_id, subject, territory from competence order by subject, territory")
                .query(row -> {
                    result.computeIfAbsent(row.getInt(1), id -> new ArrayList<>())
                            .add(new Competence(row.getString(2), row.getString(3)));
                });
        return result;
    }

    private static Authority authority(ResultSet row, List<Competence> competences) throws SQLException {
        int chair = row.getInt("chair_id");
        return new Authority(
                row.getInt("id"),
                row.getString("code"),
                row.getString("title"),
                row.getString("short_title"),
                Authority.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("territory"),
                row.getString("working_hours"),
                row.getString("regulation"),
                row.getBoolean("active"),
                chair == 0
                        ? null
                        : new DeputyChair(chair, row.getString("chair_name"), row.getString("chair_position")),
                List.copyOf(competences),
                row.getInt("version"));
    }
}
