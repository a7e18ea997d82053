package ru.otklik.accounts;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The register in memory: each message heard and each page asks it. A change made here shows at once, one made by another
 * process within {@link #FRESH}.
 */
@Component
class Register {

    static final Duration FRESH = Duration.ofSeconds(3);

    /** @param ours network and the network's id of every open account */
    record Snapshot(List<OfficialAccount> list, Map<Integer, OfficialAccount> byId, Set<List<String>> ours) {}

    private record Aged(Snapshot snapshot, long at) {}

    private final Supplier<List<OfficialAccount>> source;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Aged aged;

    @Autowired
    Register(AccountRows rows) {
        this(rows::list, System::nanoTime);
    }

    Register(Supplier<List<OfficialAccount>> source, LongSupplier nanos) {
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
            Snapshot snapshot = of(source.get());
            aged = new Aged(snapshot, at);
            return snapshot;
        } finally {
            lock.unlock();
        }
    }

    private boolean isFresh(Aged known) {
        return nanos.getAsLong() - known.at < FRESH.toNanos();
    }

    private static Snapshot of(List<OfficialAccount> accounts) {
        var sorted = accounts.stream()
                .sorted(Comparator.comparing(OfficialAccount::id))
                .toList();
        Map<Integer, OfficialAccount> byId = new HashMap<>();
        Set<List<String>> ours = new HashSet<>();
        for (OfficialAccount account : sorted) {
            byId.put(account.id(), account);
            if (account.isOpen()) {
                ours.add(List.of(account.network(), account.networkId()));
            }
        }
        return new Snapshot(sorted, Map.copyOf(byId), Set.copyOf(ours));
    }
}
