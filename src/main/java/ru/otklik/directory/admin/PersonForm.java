package ru.otklik.directory.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
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

    static PersonForm typed(HttpServletRequest request) {
        var roles = EnumSet.noneOf(Role.class);
        String[] names = request.getParameterValues("role");
        for (Role role : Role.values()) {
            if (names != null && List.of(names).contains(role.name())) {
                roles.add(role);
            }
        }
        String authority = word(request, "authority");
        String version = word(request, "version");
        return new PersonForm(
                null,
                word(request, "login"),
                word(request, "name"),
                word(request, "position"),
                authority.matches("\\d{1,5}") ? Integer.valueOf(authority) : null,
                roles,
                true,
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1,
                "");
    }

    private static String word(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
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
