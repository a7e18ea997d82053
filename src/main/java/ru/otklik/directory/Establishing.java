package ru.otklik.directory;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.directory.changes.Change;
import ru.otklik.directory.changes.Changes;
import ru.otklik.directory.changes.Fields;
import ru.otklik.kernel.Outcome;
import ru.otklik.kernel.Refusal;
import ru.otklik.worktime.WorkingHours;

/** Adding an authority, changing it, closing it to new messages; the same for those who oversee. */
@Service
public class Establishing {

    /** An authority as typed; its code and its kind never change once it is there. */
    public record Draft(
            String code,
            String title,
            String shortTitle,
            Authority.Kind kind,
            String workingHours,
            @Nullable Integer overseer) {
        public Draft {
            code = code.strip();
            title = title.strip();
            shortTitle = shortTitle.strip();
            workingHours = workingHours.strip();
        }
    }

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,62}");

    private final AuthorityRows rows;
    private final Snapshots snapshots;
    private final TransactionTemplate transaction;
    private final Changes changes;

    Establishing(AuthorityRows rows, Snapshots snapshots, TransactionTemplate transaction, Changes changes) {
        this.rows = rows;
        this.snapshots = snapshots;
        this.transaction = transaction;
        this.changes = changes;
    }

    public Outcome<Authority> add(Draft draft, @Nullable Person by) {
        if (!CODE.matcher(draft.code()).matches()) {
            return Outcome.refused(
                    "bad-code", "Код: от 2 до 63 строчных латинских букв, цифр и дефисов, первый знак — не дефис.");
        }
        return objection(draft)
                .map(Outcome::<Authority>refused)
                .orElseGet(() -> changed(() -> {
                    if (rows.list().stream().anyMatch(a -> a.code().equals(draft.code()))) {
                        return Outcome.refused(
                                "code-taken", "Код «%s» уже занят. Выберите другой.".formatted(draft.code()));
                    }
                    Authority added = rows.get(rows.add(draft));
                    changes.write(by, act(added, "добавлен"), Map.of(), Fields.of(added));
                    return Outcome.done(added.id());
                }));
    }

    public Outcome<Authority> change(int id, int version, Draft draft, @Nullable Person by) {
        return objection(draft)
                .map(Outcome::<Authority>refused)
                .orElseGet(() -> changed(() -> {
                    Authority before = rows.get(id);
                    if (before.version() != version) {
                        return Outcome.refused("stale-authority", Fields.stale(Fields.of(before)));
                    }
                    rows.change(id, draft);
                    Authority after = rows.get(id);
                    changes.write(by, act(after, "изменён"), Fields.of(before), Fields.of(after));
                    return Outcome.done(id);
                }));
    }

    /** Closed, it gets nothing new; what it has in work it may finish. */
    public Outcome<Authority> setActive(int id, boolean active, @Nullable Person by) {
        return changed(() -> {
            Authority before = rows.get(id);
            if (before.active() != active) {
                rows.setActive(id, active);
                changes.write(
                        by,
                        act(before, active ? "снова работает" : "больше не работает"),
                        Fields.of(before),
                        Fields.of(rows.get(id)));
            }
            return Outcome.done(id);
        });
    }

    /** @param id null for a new one */
    public Outcome<Authority.DeputyChair> saveOverseer(
            @Nullable Integer id, String name, String position, @Nullable Person by) {
        if (name.isBlank() || position.isBlank()) {
            return Outcome.refused("empty-name", "Укажите фамилию, имя, отчество и должность.");
        }
        var saved = transaction.execute(t -> {
            rows.lock();
            var before = id == null ? Optional.<Authority.DeputyChair>empty() : Optional.of(rows.getDeputyChair(id));
            var after = id == null
                    ? rows.getDeputyChair(rows.addDeputyChair(name.strip(), position.strip()))
                    : rows.changeDeputyChair(id, name.strip(), position.strip());
            var act = new Changes.Act(
                    Change.Subject.OVERSEER, after.id(), after.name(), id == null ? "добавлен" : "изменён");
            changes.write(by, act, before.map(Fields::of).orElse(Map.of()), Fields.of(after));
            return after;
        });
        snapshots.changed();
        return Outcome.done(saved);
    }

    /** In one transaction, one change at a time; who reads sees it afterwards. */
    Outcome<Authority> changed(Supplier<Outcome<Integer>> change) {
        Outcome<Integer> outcome = transaction.execute(t -> {
            rows.lock();
            return change.get();
        });
        snapshots.changed();
        return outcome.map(id -> snapshots.current().authorities().get(id));
    }

    private Optional<Refusal> objection(Draft draft) {
        if (draft.title().isEmpty() || draft.shortTitle().isEmpty()) {
            return Optional.of(new Refusal("empty-title", "Укажите полное и краткое название."));
        }
        if (draft.overseer() != null && rows.deputyChairs().stream().noneMatch(c -> c.id() == draft.overseer())) {
            return Optional.of(new Refusal("no-overseer", "Такого куратора в справочнике нет. Выберите другого."));
        }
        if (draft.workingHours().isEmpty()) {
            return Optional.empty();
        }
        try {
            WorkingHours.parse(draft.workingHours());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(new Refusal("bad-working-hours", String.valueOf(e.getMessage())));
        }
    }

    private static Changes.Act act(Authority authority, String what) {
        return new Changes.Act(Change.Subject.AUTHORITY, authority.id(), authority.shortTitle(), what);
    }
}
