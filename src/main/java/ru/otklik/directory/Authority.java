package ru.otklik.directory;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.otklik.kernel.Role;

/**
 * Орган власти.
 *
 * @param territory code of the only territory it works in; null for the whole region
 * @param workingHours its own hours, as text, instead of the region's
 * @param regulation key of its own regulation instead of the region's (decree, point 4)
 * @param version grows with every change of the record
 * @param overseer the deputy chairman who hears of its shortcomings (clause 23)
 */
public record Authority(
        int id,
        String code,
        String title,
        String shortTitle,
        Kind kind,
        @Nullable String territory,
        @Nullable String workingHours,
        @Nullable String regulation,
        boolean active,
        @Nullable DeputyChair overseer,
        List<Competence> competences,
        int version) {

    public enum Kind {
        EXECUTIVE("орган исполнительной власти"),
        MUNICIPALITY("администрация муниципального образования");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** @param subject code of a topic or of a group of topics; @param territory null for all the authority's territory */
    public record Competence(String subject, @Nullable String territory) {}

    public record DeputyChair(int id, String name, String position) {}

    /** Where a line of its competences counts; null for the whole region. */
    public @Nullable String territoryOf(Competence c) {
        return c.territory() == null ? territory : c.territory();
    }

    /** What is said of its own territory is said of all its territory. */
    Competence plain(Competence c) {
        return c.territory() != null && c.territory().equals(territory) ? new Competence(c.subject(), null) : c;
    }

    /** Clause 8: it works through a responsible deputy head and its executors; without both it gets nothing. */
    Optional<String> missing(List<Person> people) {
        if (!active) {
            return Optional.of(
                    "«%s» больше не работает в системе. Выберите другой орган власти.".formatted(shortTitle));
        }
        boolean deputy = people.stream().anyMatch(p -> p.active() && p.has(Role.DEPUTY_HEAD));
        boolean executor = people.stream().anyMatch(p -> p.active() && p.has(Role.EXECUTOR));
        if (deputy && executor) {
            return Optional.empty();
        }
        String what = deputy
                ? "нет ни одного исполнителя"
                : executor
                        ? "нет ответственного заместителя руководителя"
                        : "нет ни ответственного заместителя руководителя, ни исполнителя";
        return Optional.of("«%s»: %s (пункт 8). Направить сообщение можно будет, когда орган власти их назначит."
                .formatted(shortTitle, what));
    }
}
