package ru.otklik.directory;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import ru.otklik.kernel.Outcome;

/** The list of authorities. */
@Service
public class Authorities {

    /** Reads working hours as typed: the error in plain Russian, or empty when they are understood. */
    @FunctionalInterface
    public interface HoursCheck extends Function<String, Optional<String>> {}

    private final Snapshots snapshots;
    private final AuthorityRows rows;
    private final ObjectProvider<HoursCheck> hoursCheck;

    Authorities(Snapshots snapshots, AuthorityRows rows, ObjectProvider<HoursCheck> hoursCheck) {
        this.snapshots = snapshots;
        this.rows = rows;
        this.hoursCheck = hoursCheck;
    }

    public Authority get(int id) {
        Authority found = snapshots.current().authorities().get(id);
        if (found == null) {
            throw new NoSuchElementException("no authority " + id);
        }
        return found;
    }

    public Optional<Authority> find(String code) {
        return Optional.ofNullable(snapshots.current().authoritiesByCode().get(code));
    }

    /** Executive bodies, then administrations, each by title; those out of work too. */
    public List<Authority> list() {
        return snapshots.current().authorityList();
    }

    /** Clause 8: why nothing can be routed to it, as a sentence; empty when it is ready. */
    public Optional<String> missingFor(int id) {
        Authority authority = get(id);
        return Optional.ofNullable(snapshots.current().missing().get(authority.id()));
    }

    /** Its own working hours; blank for the region's. */
    public Outcome<Authority> setWorkingHours(int id, String text) {
        get(id);
        String hours = text.strip();
        if (!hours.isEmpty()) {
            var error = hoursCheck.stream()
                    .flatMap(check -> check.apply(hours).stream())
                    .findFirst();
            if (error.isPresent()) {
                return Outcome.refused("bad-working-hours", error.get());
            }
        }
        rows.setWorkingHours(id, hours.isEmpty() ? null : hours);
        snapshots.changed();
        return Outcome.done(get(id));
    }
}
