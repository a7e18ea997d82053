package ru.otklik.directory;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
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

    Staffing(PersonRows rows, Snapshots snapshots, Passwords passwords, Clock clock) {
        this.rows = rows;
        this.snapshots = snapshots;
        this.passwords = passwords;
        this.clock = clock;
    }

    public Outcome<Hired> add(Draft draft) {
        String password = passwords.random();
        return written(draft, d -> rows.add(d, false, passwords.hash(password), clock.instant()))
                .map(person -> new Hired(person, password));
    }

    public Outcome<Person> change(int id, Draft draft) {
        return written(draft, d -> {
            rows.change(id, d);
            return id;
        });
    }

    public Person setActive(int id, boolean active) {
        rows.setActive(id, active);
        return fresh(id);
    }

    /** A new random password, told once. Every session of the person ends. */
    public Hired resetPassword(int id) {
        String password = passwords.random();
        rows.setPassword(id, passwords.hash(password), clock.instant());
        return new Hired(fresh(id), password);
    }

    /** A password the person chose. */
    public Outcome<Person> setPassword(int id, String password) {
        Optional<Refusal> objection = passwords.objection(password);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        rows.setPassword(id, passwords.hash(password), clock.instant());
        return Outcome.done(fresh(id));
    }

    private Outcome<Person> written(Draft draft, Function<Draft, Integer> write) {
        Optional<Refusal> objection = objection(draft);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        try {
            return Outcome.done(fresh(write.apply(draft)));
        } catch (DuplicateKeyException e) {
            return Outcome.refused("login-taken", "Логин «%s» уже занят. Выберите другой.".formatted(draft.login()));
        }
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

    private Person fresh(int id) {
        snapshots.changed();
        Person person = snapshots.current().people().get(id);
        if (person == null) {
            throw new java.util.NoSuchElementException("no person " + id);
        }
        return person;
    }
}
