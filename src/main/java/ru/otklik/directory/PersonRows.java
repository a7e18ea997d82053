package ru.otklik.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.otklik.kernel.Role;

/** The table {@code person}. */
@Component
class PersonRows {

    private final JdbcClient jdbc;
    private final Demo demo;

    PersonRows(JdbcClient jdbc, Demo demo) {
        this.jdbc = jdbc;
        this.demo = demo;
    }

    List<Person> list() {
        return jdbc.sql("""
                        select id, login, name, position, authority_id, roles, active and (not demo or :demo) as active,
                               demo, password_changed_at, left_at, version
                          from person
                        """)
                .param("demo", demo.isOn())
                .query((row, n) -> person(row))
                .list();
    }

    Person get(int id) {
        return list().stream()
                .filter(p -> p.id() == id)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no person " + id));
    }

    /** Changes of people go one after another: what one of them looked at stays so until it is done. */
    void lock() {
        jdbc.sql("lock table person in share row exclusive mode").update();
    }

    boolean isEmpty() {
        return jdbc.sql("select not exists (select from person)")
                .query(Boolean.class)
                .single();
    }

    Optional<String> findPasswordHash(String login) {
        return jdbc.sql("select password_hash from person where login = :login")
                .param("login", login)
                .query(String.class)
                .optional();
    }

    int add(Staffing.Draft draft, boolean demo, String hash, Instant now) {
        return jdbc.sql("""
                        insert into person (login, name, position, password_hash, password_changed_at, authority_id,
                                            roles, demo, created_at)
                        values (:login, :name, :position, :hash, :now, :authority, :roles, :demo, :now)
                        returning id
                        """)
                .param("login", draft.login())
                .param("name", draft.name())
                .param("position", draft.position())
                .param("hash", hash)
                .param("now", at(now))
                .param("authority", draft.authorityId())
                .param("roles", names(draft.roles()))
                .param("demo", demo)
                .query(Integer.class)
                .single();
    }

    void change(int id, Staffing.Draft draft) {
        jdbc.sql("""
                        update person
                           set login = :login, name = :name, position = :position, authority_id = :authority,
                               roles = :roles, version = version + 1
                         where id = :id
                        """)
                .param("id", id)
                .param("login", draft.login())
                .param("name", draft.name())
                .param("position", draft.position())
                .param("authority", draft.authorityId())
                .param("roles", names(draft.roles()))
                .update();
    }

    void setActive(int id, boolean active, Instant now) {
        jdbc.sql("""
                        update person
                           set active = :active, version = version + 1,
                               left_at = case when :active then left_at else :now end
                         where id = :id
                        """)
                .param("id", id)
                .param("active", active)
                .param("now", at(now))
                .update();
    }

    /** A password of its own ends the demo of a person: the public password no longer opens it. */
    void setPassword(int id, String hash, Instant now) {
        jdbc.sql("""
                        update person set password_hash = :hash, password_changed_at = :now, demo = false, version = version + 1
                         where id = :id
                        """).param("id", id).param("hash", hash).param("now", at(now)).update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC); // the database would round, maybe up
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toArray(String[]::new);
    }

    private static Person person(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String role : (String[]) row.getArray("roles").getArray()) {
            roles.add(Role.valueOf(role));
        }
        int authority = row.getInt("authority_id");
        var left = row.getObject("left_at", OffsetDateTime.class);
        return new Person(
                row.getInt("id"),
                row.getString("login"),
                row.getString("name"),
                row.getString("position"),
                authority == 0 ? null : authority,
                Collections.unmodifiableSet(roles),
                row.getBoolean("active"),
                row.getBoolean("demo"),
                row.getObject("password_changed_at", OffsetDateTime.class).toInstant(),
                left == null ? null : left.toInstant(),
                row.getInt("version"));
    }
}
