package ru.otklik.accounts;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import ru.otklik.background.Remembered;

/**
 * The register in memory: each message heard and each page asks it. A change made here shows at once, one made by another
 * process within {@link #FRESH}.
 */
@Component
class Register {

    static final Duration FRESH = Duration.ofSeconds(3);

    /** @param ours network and the network's id of every open account */
    record Snapshot(List<OfficialAccount> list, Map<Integer, OfficialAccount> byId, Set<List<String>> ours) {}

    private final Remembered<Snapshot> known;

    @Autowired
    Register(AccountRows rows) {
        this(rows::list, System::nanoTime);
    }

    Register(Supplier<List<OfficialAccount>> source, LongSupplier nanos) {
        this.known = new Remembered<>(() -> of(source.get()), FRESH, nanos);
    }

    Snapshot current() {
        return known.current();
    }

    /** Call after every change. */
    void changed() {
        known.changed();
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
