package ru.otklik.listening;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.kernel.Outcome;
import ru.otklik.networks.Access;
import ru.otklik.networks.Found;
import ru.otklik.networks.Network;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkTitles;
import ru.otklik.networks.Networks;
import ru.otklik.networks.Voices;

/** What is watched: places are added by their link and changed by an administrator. */
@Service
public class Sources {

    public static final Duration EVERY = Duration.ofMinutes(1);
    public static final int MOST = 200;

    /**
     * A source before it is added.
     *
     * @param account by whose token it is heard; null: by none
     * @param about the territory that it is about; null: of none
     */
    public record Draft(
            Found found,
            @Nullable Integer account,
            Duration every,
            int most,
            Instant since,
            @Nullable String about) {}

    /** What can be changed of a source. */
    public record Change(Duration every, int most, @Nullable String about, boolean active) {}

    private final Networks networks;
    private final Voices voices;
    private final SourceRows rows;
    private final LaneRows lanes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sources(
            Networks networks,
            Voices voices,
            SourceRows rows,
            LaneRows lanes,
            TransactionTemplate transaction,
            Clock clock) {
        this.networks = networks;
        this.voices = voices;
        this.rows = rows;
        this.lanes = lanes;
        this.transaction = transaction;
        this.clock = clock;
    }

    public List<Watched> list() {
        return rows.list();
    }

    public Optional<Watched> find(int id) {
        return rows.find(id);
    }

    /** Asks the network what the link leads to, and what can be done there. */
    public Outcome<Found> recognise(String network, String link, @Nullable Integer account) {
        Optional<Network> known = networks.find(network);
        if (known.isEmpty()) {
            return Outcome.refused("no-network", "Сеть «%s» не подключена.".formatted(NetworkTitles.of(network)));
        }
        if (link.isBlank() || link.length() > 1000) {
            return Outcome.refused("no-link", "Укажите ссылку на сообщество, канал или ленту: до 1000 знаков.");
        }
        try {
            return Outcome.done(known.get().recognise(link.strip(), access(account)));
        } catch (NetworkFault fault) {
            return Outcome.refused("not-recognised", fault.sentence());
        }
    }

    /** @return its number */
    public Outcome<Integer> add(Draft draft) {
        if (!fits(draft.every(), draft.most())) {
            return misfit();
        }
        String network = draft.found().place().network();
        String key = networks.find(network).orElseThrow().lane(draft.found().place(), access(draft.account()));
        return transaction.execute(t -> rows.add(draft, lanes.of(network, key, clock.instant()))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused("known-source", "Этот источник уже есть в списке.")));
    }

    public Outcome<Integer> change(int id, int version, Change change) {
        if (!fits(change.every(), change.most())) {
            return misfit();
        }
        return rows.change(id, version, change)
                ? Outcome.done(id)
                : Outcome.refused("stale", "Источник уже изменил кто-то другой. Посмотрите, что изменилось.");
    }

    /** At the next turn, whatever the clock says. */
    public void hearNow(int id) {
        rows.find(id).ifPresent(w -> lanes.hurry(w.source().lane(), clock.instant()));
    }

    private static boolean fits(Duration every, int most) {
        return every.toSeconds() >= 5 && every.toDays() <= 1 && most >= 10 && most <= 5_000;
    }

    private static Outcome<Integer> misfit() {
        return Outcome.refused(
                "misfit", "Опрашивать можно раз в 5 секунд — раз в сутки, брать за раз от 10 до 5000 сообщений.");
    }

    private Access access(@Nullable Integer account) {
        return account == null ? Access.NONE : voices.access(account);
    }
}
