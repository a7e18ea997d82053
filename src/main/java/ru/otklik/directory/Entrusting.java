package ru.otklik.directory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
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
    private final Snapshots snapshots;
    private final TransactionTemplate transaction;
    private final Changes changes;

    Entrusting(AuthorityRows rows, Snapshots snapshots, TransactionTemplate transaction, Changes changes) {
        this.rows = rows;
        this.snapshots = snapshots;
        this.transaction = transaction;
        this.changes = changes;
    }

    public Outcome<Authority> entrust(int id, Competence what, Words words, Person by) {
        return changed(() -> {
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
        return changed(() -> {
            Authority authority = rows.get(id);
            if (!authority.competences().contains(line)) {
                return Outcome.refused("no-competence", "Этой строки уже нет: её убрал кто-то другой.");
            }
            rows.withdraw(id, line);
            changes.write(by, act(authority, "компетенция убрана"), words.fields(), Map.of());
            return Outcome.done(id);
        });
    }

    private Outcome<Authority> changed(Supplier<Outcome<Integer>> change) {
        Outcome<Integer> outcome = transaction.execute(t -> {
            rows.lock();
            return change.get();
        });
        snapshots.changed();
        return outcome.map(id -> snapshots.current().authorities().get(id));
    }

    private static Changes.Act act(Authority authority, String what) {
        return new Changes.Act(Change.Subject.AUTHORITY, authority.id(), authority.shortTitle(), what);
    }
}
