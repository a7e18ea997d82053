package ru.otklik.publication;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Command;
import ru.otklik.casework.Incidents;
import ru.otklik.kernel.Refusal;
import ru.otklik.networks.Reply;
import ru.otklik.publication.OutboxRows.Claimed;
import ru.otklik.publication.Publications.State;

/**
 * Sends what the outbox holds. No transaction is open while a network is called.
 */
@Service
class Sending {

    private static final Logger log = LoggerFactory.getLogger(Sending.class);
    /** Within the 30 minutes of clause 14 there must be time left for a person. */
    private static final int ATTEMPTS = 5;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int LOOKS = 3;
    private static final Duration PAUSE_OF_LOOKS = Duration.ofSeconds(20);

    private final OutboxRows rows;
    private final Calling calling;
    private final Incidents incidents;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sending(OutboxRows rows, Calling calling, Incidents incidents, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.calling = calling;
        this.incidents = incidents;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Everything that is due now. */
    void sendDue() {
        Optional<Claimed> next = rows.claim(clock.instant());
        while (next.isPresent()) {
            send(next.get());
            next = rows.claim(clock.instant());
        }
    }

    private void send(Claimed row) {
        calling.reply(row)
                .<Runnable>fold(
                        posted -> () -> confirm(row, posted),
                        refused -> () -> refused(row, refused.fault().sentence()),
                        uncertain -> () -> uncertain(row, uncertain.why()))
                .run();
    }

    /**
     * Together or not at all. When it cannot be saved, the row stays claimed, is taken again as abandoned, and the
     * answer is found in the network.
     */
    private void confirm(Claimed row, Reply.Posted posted) {
        try {
            transaction.executeWithoutResult(t -> {
                var command = new Command.ConfirmPublication(row.draft(), posted.url(), posted.at());
                String objection = incidents
                        .handle(row.incident(), null, command, Actor.SYSTEM)
                        .fold(done -> null, Refusal::sentence);
                rows.sent(row, posted, objection);
            });
        } catch (RuntimeException e) {
            log.error("Incident {}: the answer is posted, its confirmation is not saved yet", row.incident(), e);
        }
    }

    private void refused(Claimed row, String why) {
        if (row.attempts() >= ATTEMPTS) {
            giveUp(row, State.FAILED, why + " Попыток: %d.".formatted(row.attempts()));
        } else {
            Duration pause = FIRST_PAUSE.multipliedBy(1L << 2 * (row.attempts() - 1));
            rows.notSent(row, State.WAITING, clock.instant().plus(pause), why);
        }
    }

    private void uncertain(Claimed row, String why) {
        if (row.unsure() && row.attempts() >= LOOKS) {
            giveUp(row, State.UNKNOWN, why + " Откройте обсуждение в сети и посмотрите, есть ли там ответ.");
        } else {
            rows.notSent(row, State.UNCERTAIN, clock.instant().plus(PAUSE_OF_LOOKS), why);
        }
    }

    /** With its fact, or not at all: a row that nobody hears of would wait for ever. */
    private void giveUp(Claimed row, State state, String why) {
        transaction.executeWithoutResult(t -> {
            if (rows.notSent(row, state, clock.instant(), why)) {
                var command = new Command.FailPublication(row.draft(), state.title() + ": " + why);
                incidents
                        .handle(row.incident(), null, command, Actor.SYSTEM)
                        .ifRefused(no -> log.warn("Incident {}: {}", row.incident(), no.sentence()));
            }
        });
    }
}
