package ru.otklik.directory;

import java.text.Collator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The directory in memory. It is read by every command and every request, and changes a few times a week: a read is one
 * volatile load. A change made here shows at once; one made by another process within {@link #FRESH}.
 */
@Component
class Snapshots {

    static final Duration FRESH = Duration.ofSeconds(3);

    record Snapshot(
            List<Authority> authorityList,
            Map<Integer, Authority> authorities,
            Map<String, Authority> authoritiesByCode,
            Map<Integer, String> missing,
            List<Person> personList,
            Map<Integer, Person> people,
            Map<String, Person> peopleByLogin,
            Map<Integer, List<Person>> peopleByAuthority) {}

    private record Aged(Snapshot snapshot, long at) {}

    private final Supplier<Snapshot> source;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Aged aged;

    @Autowired
    Snapshots(AuthorityRows authorities, PersonRows people) {
        this(() -> of(authorities.list(), people.list()), System::nanoTime);
    }

    Snapshots(Supplier<Snapshot> source, LongSupplier nanos) {
        this.source = source;
        this.nanos = nanos;
    }

    Snapshot current() {
        Aged known = aged;
        return known != null && isFresh(known) ? known.snapshot : reread();
    }

    /** Call after every change; inside a transaction the world outside sees the change when it is committed. */
    void changed() {
        forget();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    forget();
                }
            });
        }
    }

    private void forget() {
        lock.lock(); // a reading that began before the change must not be kept after it
        try {
            aged = null;
        } finally {
            lock.unlock();
        }
    }

    private Snapshot reread() {
        lock.lock();
        try {
            Aged known = aged;
            if (known != null && isFresh(known)) {
                return known.snapshot;
            }
            long at = nanos.getAsLong();
            Snapshot snapshot = source.get();
            aged = new Aged(snapshot, at);
            return snapshot;
        } finally {
            lock.unlock();
        }
    }

    private boolean isFresh(Aged known) {
        return nanos.getAsLong() - known.at < FRESH.toNanos();
    }

    static Snapshot of(List<Authority> authorities, List<Person> people) {
        Collator russian = Collator.getInstance(new Locale("ru"));
        var sorted = new ArrayList<>(authorities);
        sorted.sort(Comparator.comparing(Authority::kind).thenComparing(Authority::title, russian));
        var byName = new ArrayList<>(people);
        byName.sort(Comparator.comparing(Person::name, russian).thenComparing(Person::id));

        Map<Integer, List<Person>> byAuthority = new HashMap<>();
        Map<Integer, Person> byId = new HashMap<>();
        Map<String, Person> byLogin = new HashMap<>();
        for (Person person : byName) {
            byId.put(person.id(), person);
            byLogin.put(person.login(), person);
            if (person.authorityId() != null) {
                byAuthority
                        .computeIfAbsent(person.authorityId(), id -> new ArrayList<>())
                        .add(person);
            }
        }
        Map<Integer, Authority> authoritiesById = new LinkedHashMap<>();
        Map<String, Authority> byCode = new HashMap<>();
        Map<Integer, String> missing = new HashMap<>();
        for (Authority authority : sorted) {
            authoritiesById.put(authority.id(), authority);
            byCode.put(authority.code(), authority);
            authority
                    .missing(byAuthority.getOrDefault(authority.id(), List.of()))
                    .ifPresent(sentence -> missing.put(authority.id(), sentence));
        }
        byAuthority.replaceAll((id, list) -> List.copyOf(list));
        return new Snapshot(
                List.copyOf(sorted),
                authoritiesById,
                byCode,
                missing,
                List.copyOf(byName),
                byId,
                byLogin,
                Map.copyOf(byAuthority));
    }
}
