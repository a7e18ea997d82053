package ru.otklik.access;

import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.otklik.casework.Actor;
import ru.otklik.directory.Person;
import ru.otklik.kernel.Role;

/**
 * Who is asking; the principal of pages and API alike: {@code @AuthenticationPrincipal Me me}.
 *
 * @param authorityId null for the centre and the Government
 */
public record Me(
        int personId,
        String name,
        String login,
        Set<Role> roles,
        @Nullable Integer authorityId) implements Serializable {

    static Me of(Person person) {
        return new Me(person.id(), person.name(), person.login(), person.roles(), person.authorityId());
    }

    /** The same, as the one who acts on incidents. */
    public Actor actor() {
        return new Actor(personId, name, roles, authorityId);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
