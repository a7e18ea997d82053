package ru.otklik.casework;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.otklik.kernel.Role;

/**
 * Who acts.
 *
 * @param person id in the directory; 0 is the system itself
 * @param authority whose officer this is; null: of the centre or the Government
 */
public record Actor(
        int person, String name, Set<Role> roles, @Nullable Integer authority) {

    /** The program: a connector that found a message, an outbox that posted an answer. */
    public static final Actor SYSTEM = new Actor(0, "Отклик", Set.of(), null);

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isOf(int someAuthority) {
        return authority != null && authority == someAuthority;
    }

    public boolean isSystem() {
        return person == 0;
    }

    /** Sees the incidents of every authority. */
    public boolean seesAll() {
        return isSystem() || roles.stream().anyMatch(r -> !r.isOfAuthority());
    }
}
