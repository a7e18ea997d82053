package ru.otklik.directory;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The list of authorities. */
@Service
public class Authorities {

    /** What an authority has in work; whoever keeps incidents tells it. */
    @FunctionalInterface
    public interface OpenWork {
        /**
         * @param lead how many it leads
         * @param asked numbers of those to which it still owes its part
         */
        record Open(long lead, List<Long> asked) {}

        Open of(int authority);
    }

    private final Snapshots snapshots;
    private final AuthorityRows rows;

    Authorities(Snapshots snapshots, AuthorityRows rows) {
        this.snapshots = snapshots;
        this.rows = rows;
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

    /** Who may oversee an authority, by name. */
    public List<Authority.DeputyChair> overseers() {
        return rows.deputyChairs();
    }
}
