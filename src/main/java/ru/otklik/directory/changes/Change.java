package ru.otklik.directory.changes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of the directory.
 *
 * @param before the fields that differ, a line each: «роли: исполнитель»; empty for something new
 */
public record Change(
        long id,
        Instant at,
        @Nullable Integer personId,
        String personName,
        Subject subject,
        int subjectId,
        String subjectName,
        String act,
        String before,
        String after) {

    public enum Subject {
        AUTHORITY("орган власти"),
        PERSON("сотрудник"),
        OVERSEER("куратор"),
        DIRECTORY("справочник"),
        CALENDAR("производственный календарь"),
        ACCOUNT("учётная запись"),
        MODEL("модель");

        private final String title;

        Subject(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
