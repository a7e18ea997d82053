package ru.otklik.directory;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import ru.otklik.kernel.Role;

/** Taking people on, changing them, letting them go. */
@Service
public class Staffing {

    /** A person as typed. */
    public record Draft(
            String login,
            String name,
            String position,
            @Nullable Integer authorityId,
            Set<Role> roles) {
        public Draft {
            login = People.normalized(login);
            name = name.strip();
            position = position.strip();
        }
    }

    /** @param password random; told once and kept nowhere */
    public record Hired(Person person, String password) {}

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,62}");

    private final PersonRows rows;
    private final Snapshots snapshots;
    private final Passwords passwords;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Changes changes;

    Staffing(
            PersonRows rows,
            Snapshots snapshots,
            Passwords passwords,
            Clock clock,
            TransactionTemplate transaction,
            Changes changes) {
        this.rows = rows;
        this.snapshots = snapshots;
        this.passwords = passwords;
        this.clock = clock;
        this.transaction = transaction;
        this.changes = changes;
    }

    /** @param by here and below: who does it; null at the command line of the server */
    public Outcome<Hired> add(Draft draft, @Nullable Person by) {
        String password = passwords.random();
        return written(null, draft, () -> {
                    Person added = rows.get(rows.add(draft, false, passwords.hash(password), clock.instant()));
                    changes.write(by, act(added, "добавлен"), Map.of(), fields(added));
                    return Outcome.done(added.id());
                })
                .map(person -> new Hired(person, password));
    }

    public Outcome<Person> change(int id, int version, Draft draft, @Nullable Person by) {
        return written(id, draft, () -> {
            Person before = rows.get(id);
            if (before.version() != version) {
                return Outcome.refused("stale-person", Fields.stale(fields(before)));
            }
            if (!draft.roles().contains(Role.ADMINISTRATOR) && isLastAdministrator(before)) {
                return lastAdministrator();
            }
            rows.change(id, draft);
            Person after = rows.get(id);
            changes.write(by, act(after, "изменён"), fields(before), fields(after));
            return Outcome.done(id);
        });
    }

    /** Turned off, a person is out at once; the sessions and tokens of that time do not come back with the person. */
    public Outcome<Person> setActive(int id, boolean active, @Nullable Person by) {
        return changed(() -> {
            Person before = rows.get(id);
            if (!active && isLastAdministrator(before)) {
                return lastAdministrator();
            }
            if (before.active() != active) {
                rows.setActive(id, active, clock.instant());
                changes.write(by, act(before, active ? "включён" : "отключён"), fields(before), fields(rows.get(id)));
            }
            return Outcome.done(id);
        });
    }

    /** A new random password, told once. Every session of the person ends. */
    public Hired resetPassword(int id, @Nullable Person by) {
        String password = passwords.random();
        return new Hired(withPassword(id, password, by, "выдан заново").get(), password);
    }

    /** A password the person chose. */
    public Outcome<Person> setPassword(int id, String password) {
        Optional<Refusal> objection = passwords.objection(password);
        return objection.isPresent()
                ? Outcome.refused(objection.get())
                : withPassword(id, password, snapshots.current().people().get(id), "сменён самим сотрудником");
    }

    private Outcome<Person> withPassword(int id, String password, @Nullable Person by, String how) {
        String hash = passwords.hash(password);
        return changed(() -> {
            Person person = rows.get(id);
            rows.setPassword(id, hash, clock.instant());
            changes.write(by, act(person, "пароль"), Map.of(), Map.of("пароль", how));
            return Outcome.done(id);
        });
    }

    private Outcome<Person> written(@Nullable Integer id, Draft draft, Supplier<Outcome<Integer>> write) {
        Optional<Refusal> objection = objection(draft);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        return changed(() -> {
            boolean taken =
                    rows.list().stream().anyMatch(p -> p.login().equals(draft.login()) && (id == null || p.id() != id));
            return taken
                    ? Outcome.refused("login-taken", "Логин «%s» уже занят. Выберите другой.".formatted(draft.login()))
                    : write.get();
        });
    }

    private Outcome<Person> changed(Supplier<Outcome<Integer>> change) {
        Outcome<Integer> outcome = transaction.execute(t -> {
            rows.lock();
            return change.get();
        });
        snapshots.changed();
        return outcome.map(id -> snapshots.current().people().get(id));
    }

    /** Asked under the lock: of two who turn each other off at once the second is refused. */
    private boolean isLastAdministrator(Person person) {
        return isAdministrator(person)
                && rows.list().stream().noneMatch(p -> p.id() != person.id() && isAdministrator(p));
    }

    private static boolean isAdministrator(Person person) {
        return person.active() && person.has(Role.ADMINISTRATOR);
    }

    private static <T> Outcome<T> lastAdministrator() {
        return Outcome.refused(
                "last-administrator",
                "Это последний действующий администратор. Сначала дайте эту роль ещё кому-нибудь.");
    }

    private Map<String, String> fields(Person person) {
        return Fields.of(
                person,
                id -> Optional.ofNullable(snapshots.current().authorities().get(id))
                        .map(Authority::shortTitle)
                        .orElse("№ " + id));
    }

    private static Changes.Act act(Person person, String what) {
        return new Changes.Act(Change.Subject.PERSON, person.id(), person.name(), what);
    }

    private Optional<Refusal> objection(Draft draft) {
        if (!LOGIN.matcher(draft.login()).matches()) {
            return refusal(
                    "bad-login",
                    "Логин: от 2 до 63 латинских букв, цифр и знаков . _ @ -, первый знак — буква или цифра.");
        }
        if (draft.name().isEmpty() || draft.position().isEmpty()) {
            return refusal("empty-name", "Укажите фамилию, имя, отчество и должность.");
        }
        if (draft.roles().isEmpty()) {
            return refusal("no-roles", "Выберите хотя бы одну роль.");
        }
        boolean ofAuthority = draft.authorityId() != null;
        if (draft.roles().stream().anyMatch(role -> role.isOfAuthority() != ofAuthority)) {
            return refusal(
                    "roles-and-place",
                    ofAuthority
                            ? "В органе власти возможны только роли исполнителя и ответственного заместителя руководителя."
                            : "Исполнителю и ответственному заместителю руководителя укажите орган власти.");
        }
        if (ofAuthority && !snapshots.current().authorities().containsKey(draft.authorityId())) {
            return refusal("no-authority", "Такого органа власти нет в справочнике.");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refusal(String code, String sentence) {
        return Optional.of(new Refusal(code, sentence));
    }
}
