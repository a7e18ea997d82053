package ru.otklik.directory;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import ru.otklik.kernel.Role;

/** Who works with the system. */
@Service
public class People {

    private final Snapshots snapshots;
    private final PersonRows rows;
    private final Passwords passwords;

    People(Snapshots snapshots, PersonRows rows, Passwords passwords) {
        this.snapshots = snapshots;
        this.rows = rows;
        this.passwords = passwords;
    }

    public Person get(int id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no person " + id));
    }

    public Optional<Person> find(int id) {
        return Optional.ofNullable(snapshots.current().people().get(id));
    }

    public Optional<Person> findByLogin(String login) {
        return Optional.ofNullable(snapshots.current().peopleByLogin().get(normalized(login)));
    }

    /** Everyone by name; those who no longer work too. */
    public List<Person> list() {
        return snapshots.current().personList();
    }

    /** The people of one authority by name; those who no longer work too. */
    public List<Person> list(int authorityId) {
        return snapshots.current().peopleByAuthority().getOrDefault(authorityId, List.of());
    }

    /** Those of the centre and the Government, by name. */
    public List<Person> ofCentre() {
        return list().stream().filter(p -> p.authorityId() == null).toList();
    }

    /** Invented people that between them hold every role of the demo; empty when there are none. */
    public List<Person> demoOfEachRole() {
        Set<Role> shown = EnumSet.noneOf(Role.class);
        return list().stream()
                .filter(p -> p.demo() && p.active())
                .sorted(Comparator.comparing(Person::id))
                .filter(p -> shown.addAll(p.roles()))
                .toList();
    }

    /** The active person with this login and password. Takes as long for a login that does not exist. */
    public Optional<Person> findByPassword(String login, String password) {
        var hash = rows.findPasswordHash(normalized(login));
        boolean right = passwords.matches(password, hash.orElse(Passwords.NOBODY));
        return hash.isPresent() && right ? findByLogin(login).filter(Person::active) : Optional.empty();
    }

    static String normalized(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }
}
