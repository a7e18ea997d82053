package ru.otklik.directory;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.otklik.kernel.Role;

/**
 * Someone who works with the system. Never deleted: the journal names people by id.
 *
 * @param authorityId null for the centre and the Government
 * @param leftAt the last time the person was turned off, maybe on again since
 * @param version grows with every change of the record
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
        Instant passwordChangedAt,
        @Nullable Instant leftAt,
        int version) {

    /** What was given to the person at that moment, a session or a token, is over: the person was turned off since. */
    public boolean leftSince(Instant moment) {
        return leftAt != null && !leftAt.isBefore(moment);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
