package ru.otklik.directory.admin;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.otklik.directory.Person;
import ru.otklik.directory.Staffing;
import ru.otklik.kernel.Role;

/**
 * A person as typed: what is refused stays on the page.
 *
 * @param id null for a person not yet taken on
 */
public record PersonForm(
        @Nullable Integer id,
        String login,
        String name,
        String position,
        @Nullable Integer authorityId,
        Set<Role> roles,
        boolean active,
        int version,
        String error) {

    static PersonForm empty(@Nullable Integer authorityId) {
        return new PersonForm(null, "", "", "", authorityId, EnumSet.noneOf(Role.class), true, 0, "");
    }

    static PersonForm of(Person person) {
        return new PersonForm(
                person.id(),
                person.login(),
                person.name(),
                person.position(),
                person.authorityId(),
                person.roles(),
                person.active(),
                person.version(),
                "");
    }

    PersonForm with(@Nullable Integer id, boolean active, int version, String error) {
        return new PersonForm(id, login, name, position, authorityId, roles, active, version, error);
    }

    Staffing.Draft draft() {
        return new Staffing.Draft(login, name, position, authorityId, roles);
    }

    public String title() {
        return id == null ? "Новый сотрудник" : name;
    }

    public String action() {
        return id == null ? "/admin/people" : "/admin/people/" + id;
    }
}
