package ru.otklik.directory;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.otklik.kernel.Role;

/**
 * Someone who works with the system. Never deleted: the journal names people by id.
 *
 * @param authorityId null for the centre and the Government
 * @param active may sign in and be counted; a demo person is active only while the demo is on
 */
public record Person(
        int id,
        String login,
        String name,
        String position,
        @Nullable Integer authorityId,
        Set<Role> roles,
        boolean active,
        boolean demo,
        Instant passwordChangedAt) {

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
