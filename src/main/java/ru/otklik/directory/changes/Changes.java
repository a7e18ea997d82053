package ru.otklik.directory.changes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.otklik.directory.Person;

/** The table {@code directory_change}. */
@Component
public class Changes {

    /** What was done to what; the name is that of the time. */
    public record Act(Change.Subject subject, int id, String name, String what) {}

    /** @param text a part of a name, of a person's name or of a value */
    public record Filter(
            Change.@Nullable Subject subject,
            @Nullable Integer id,
            @Nullable String text) {}

    private static final String COMMAND_LINE = "командная строка";

    private final JdbcClient jdbc;
    private final Clock clock;

    Changes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * In the transaction of the change itself. When nothing differs there is nothing to write.
     *
     * @param by null: somebody at the command line of the server
     */
    public void write(@Nullable Person by, Act act, Map<String, String> before, Map<String, String> after) {
        if (!before.equals(after)) {
            insert(by == null ? null : by.id(), by == null ? COMMAND_LINE : by.name(), act, before, after);
        }
    }

    /** What the program did by itself at a start. */
    public void writeOwn(Act act, Map<String, String> after) {
        insert(null, "Отклик", act, Map.of(), after);
    }

    private void insert(
            @Nullable Integer person, String name, Act act, Map<String, String> before, Map<String, String> after) {
        jdbc.sql("""
                        insert into directory_change (at, person_id, person_name, subject, subject_id, subject_name,
                                                      act, before, after)
                        values (:at, :person, :name, :subject, :id, :subjectName, :act, :before, :after)
                        """)
                .param("at", clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .param("person", person)
                .param("name", name)
                .param("subject", act.subject().name())
                .param("id", act.id())
                .param("subjectName", act.name())
                .param("act", act.what())
                .param("before", differing(before, after))
                .param("after", differing(after, before))
                .update();
    }

    /** The newest first. @param before number of a change; the page begins after it */
    public List<Change> list(Filter filter, long before, int limit) {
        String text = filter.text();
        return jdbc.sql("""
                        select * from directory_change
                         where id < :before
                           and (:subject::text is null or subject = :subject)
                           and (:id::integer is null or subject_id = :id)
                           and (:text::text is null or subject_name ilike :text or person_name ilike :text
                                or act ilike :text or before ilike :text or after ilike :text)
                         order by id desc limit :limit
                        """)
                .param("before", before)
                .param(
                        "subject",
                        filter.subject() == null ? null : filter.subject().name())
                .param("id", filter.id())
                .param("text", text == null ? null : "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("limit", limit)
                .query((row, n) -> change(row))
                .list();
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("person_id", Integer.class),
                row.getString("person_name"),
                Change.Subject.valueOf(row.getString("subject")),
                row.getInt("subject_id"),
                row.getString("subject_name"),
                row.getString("act"),
                row.getString("before"),
                row.getString("after"));
    }

    private static String differing(Map<String, String> fields, Map<String, String> others) {
        return fields.entrySet().stream()
                .filter(f -> !f.getValue().equals(others.get(f.getKey())))
                .map(f -> f.getKey() + ": " + (f.getValue().isEmpty() ? "нет" : f.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
