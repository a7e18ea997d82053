package ru.otklik.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Command;
import ru.otklik.casework.HandAnswers;
import ru.otklik.casework.Incidents;
import ru.otklik.networks.Access;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.Networks;
import ru.otklik.networks.Standing;
import ru.otklik.networks.Voices;
import ru.otklik.publication.Publications.State;

/** Looks again at what was posted: at once, after an hour and after a day. Still there, unchanged? */
@Service
class Looking {

    /** From the first look to the second, and to the third: by our clock, the network's may be askew. */
    private static final List<Duration> AGAIN = List.of(Duration.ofHours(1), Duration.ofHours(23));
    /** Where the network did not let look. */
    private static final Duration LATER = Duration.ofMinutes(10);

    private final OutboxRows rows;
    private final Networks networks;
    private final Voices voices;
    private final Incidents incidents;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Looking(
            OutboxRows rows,
            Networks networks,
            Voices voices,
            Incidents incidents,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.networks = networks;
        this.voices = voices;
        this.incidents = incidents;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** False: nothing is due. */
    boolean turn() {
        Instant now = clock.instant();
        Optional<Claimed> next = rows.claimLook(now, now.plus(LATER));
        next.ifPresent(this::look);
        return next.isPresent();
    }

    private void look(Claimed row) {
        try {
            judge(row, standing(row));
        } catch (NetworkFault fault) {
            if (row.account() != null) {
                voices.failed(row.account(), fault);
            }
            // the claim ends by itself, and then it is looked at anew
        }
    }

    private Standing standing(Claimed row) {
        Access access = row.account() == null ? Access.NONE : voices.access(row.account());
        String posted = row.externalId();
        return networks.find(row.network())
                .filter(n -> posted != null)
                .map(n -> n.standing(row.address(), String.valueOf(posted), access))
                .orElse(Standing.CANNOT_SAY);
    }

    private void judge(Claimed row, Standing standing) {
        String text = standing.text();
        switch (standing.kind()) {
            case CANNOT_SAY -> rows.looked(row.id(), State.SENT, null, null);
            case GONE -> lost(row, "Размещённый ответ в сети удалён или скрыт.");
            case STANDS -> {
                if (text != null && HandAnswers.same(text, row.text())) {
                    rows.looked(row.id(), State.SEEN, null, next(row));
                } else {
                    lost(row, "Текст размещённого ответа в сети отличается от согласованного.");
                }
            }
        }
    }

    private @Nullable Instant next(Claimed row) {
        return row.looks() < AGAIN.size() ? clock.instant().plus(AGAIN.get(row.looks())) : null;
    }

    private void lost(Claimed row, String what) {
        transaction.executeWithoutResult(t -> {
            incidents
                    .handle(row.incident(), null, new Command.LosePublication(row.draft(), what), Actor.SYSTEM)
                    .get();
            rows.looked(row.id(), State.GONE, what, null);
        });
    }
}
