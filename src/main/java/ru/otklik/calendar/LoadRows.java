package ru.otklik.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.otklik.directory.Person;
import ru.otklik.region.CalendarFile;
import ru.otklik.worktime.CalendarYear;

/** The table {@code calendar_load}. */
@Component
class LoadRows {

    private static final String COMMAND_LINE = "командная строка";

    /** A year that somebody loaded and that counts now. */
    record LoadedYear(CalendarYear year, Instant at, String by, String source) {}

    private final JdbcClient jdbc;

    LoadRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of two who load, the second sees what the first did. */
    void lock() {
        jdbc.sql("lock table calendar_load in share row exclusive mode").update();
    }

    /** Zero: nobody ever loaded anything. */
    long last() {
        return jdbc.sql("select coalesce(max(id), 0) from calendar_load")
                .query(Long.class)
                .single();
    }

    /** What counts now, by year. */
    List<LoadedYear> list() {
        return jdbc.sql("""
                        select * from (select distinct on (year) * from calendar_load order by year, id desc) last
                         where content is not null order by year
                        """).query((row, n) -> loaded(row)).list();
    }

    /**
     * @param content null: the year is taken back
     * @param by null: somebody at the command line of the server
     */
    void add(int year, @Nullable CalendarYear content, String source, String version, @Nullable Person by, Instant at) {
        jdbc.sql("""
                        insert into calendar_load (at, person_id, person_name, year, content, source, version)
                        values (:at, :person, :name, :year, :content, :source, :version)
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("person", by == null ? null : by.id())
                .param("name", by == null ? COMMAND_LINE : by.name())
                .param("year", year)
                .param("content", content == null ? null : YearFile.text(List.of(content)))
                .param("source", source)
                .param("version", version)
                .update();
    }

    private static LoadedYear loaded(ResultSet row) throws SQLException {
        return new LoadedYear(
                CalendarFile.year(row.getString("content")).get(),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("person_name"),
                row.getString("source"));
    }
}
