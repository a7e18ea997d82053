package ru.otklik.directory;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import ru.otklik.directory.Authority.Competence;
import ru.otklik.directory.changes.Change;
import ru.otklik.directory.changes.Changes;
import ru.otklik.kernel.Outcome;

/** Lines of the table of competences: a topic at a territory becomes an authority's business, or no longer is (clause 9.2). */
@Service
public class Entrusting {

    /** What the line is about, as people read it. */
    public record Words(String topic, String territory) {
        Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("тематика", topic);
            fields.put("территория", territory);
            return fields;
        }
    }

    private final AuthorityRows rows;
    private final Establishing establishing;
    private final Changes changes;

    Entrusting(AuthorityRows rows, Establishing establishing, Changes changes) {
        this.rows = rows;
        this.establishing = establishing;
        this.changes = changes;
    }

    public Outcome<Authority> entrust(int id, Competence what, Words words, Person by) {
        return establishing.changed(() -> {
            Authority authority = rows.get(id);
            Competence line = authority.plain(what);
            if (!authority.active()) {
                return Outcome.refused(
                        "authority-closed",
                        "«%s» больше не работает в системе. Выберите другой орган власти."
                                .formatted(authority.shortTitle()));
            }
            if (authority.competences().contains(line)) {
                return Outcome.refused(
                        "competence-there",
                        "Такая строка уже есть: «%s», %s, «%s». Добавлять её ещё раз не нужно."
                                .formatted(words.topic(), words.territory(), authority.shortTitle()));
            }
            rows.entrust(id, line);
            changes.write(by, act(authority, "компетенция добавлена"), Map.of(), words.fields());
            return Outcome.done(id);
        });
    }

    public Outcome<Authority> withdraw(int id, Competence line, Words words, Person by) {
        return establishing.changed(() -> {
            Authority authority = rows.get(id);
            if (!authority.competences().contains(line)) {
                return Outcome.refused("no-competence", "Этой строки уже нет: её убрал кто-то другой.");
            }
            rows.withdraw(id, line);
            changes.write(by, act(authority, "компетенция убрана"), words.fields(), Map.of());
            return Outcome.done(id);
        });
    }

    private static Changes.Act act(Authority authority, String what) {
        return new Changes.Act(Change.Subject.AUTHORITY, authority.id(), authority.shortTitle(), what);
    }
}
