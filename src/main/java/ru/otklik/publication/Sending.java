package ru.otklik.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.background.Node;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Command;
import ru.otklik.casework.Incidents;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.Reply;
import ru.otklik.publication.Publications.State;

/**
 * Sends what the outbox holds. No transaction is open while a network is called.
 */
@Service
class Sending {

    private static final Logger log = LoggerFactory.getLogger(Sending.class);
    private static final int ATTEMPTS = 5;
    /** Within the 30 minutes of clause 14 there must be time left for a person. */
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int LOOKS = 3;
    private static final Duration PAUSE_OF_LOOKS = Duration.ofSeconds(20);

    private final OutboxRows rows;
    private final Calling calling;
    private final Confirming confirming;
    private final Incidents incidents;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sending(
            OutboxRows rows,
            Calling calling,
            Confirming confirming,
            Incidents incidents,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.calling = calling;
        this.confirming = confirming;
        this.incidents = incidents;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** False: nothing is due. */
    boolean turn(Node node) {
        Optional<Claimed> next = rows.claim(node.id(), clock.instant());
        next.ifPresent(this::send);
        return next.isPresent();
    }

    private void send(Claimed row) {
        calling.reply(row)
                .<Runnable>fold(
                        posted -> () -> confirm(row, posted),
                        refused -> () -> refused(row, refused.fault()),
                        uncertain -> () -> uncertain(row, uncertain.why()))
                .run();
    }

    /** When it cannot be saved, the row stays claimed, is taken again as abandoned, and the answer is found there. */
    private void confirm(Claimed row, Reply.Posted posted) {
        try {
            confirming.posted(row.id(), row.incident(), row.draft(), posted);
        } catch (RuntimeException e) {
            log.error("Incident {}: the answer is posted, its confirmation is not saved yet", row.incident(), e);
        }
    }

    /** What does not pass by itself is a person's at once. */
    private void refused(Claimed row, NetworkFault fault) {
        Duration usual = FIRST_PAUSE.multipliedBy(1L << 2 * Math.min(row.attempts() - 1, 5));
        Instant next = clock.instant()
                .plus(fault.pause().filter(p -> p.compareTo(usual) > 0).orElse(usual));
        boolean late = next.isAfter(row.orderedAt().plus(PATIENCE));
        if (!fault.kind().passes() || late || row.attempts() >= ATTEMPTS) {
            giveUp(row, State.FAILED, fault.sentence() + " Попыток: %d.".formatted(row.attempts()));
        } else {
            rows.notSent(row, State.WAITING, next, fault.sentence());
        }
    }

    private void uncertain(Claimed row, String why) {
        if (row.unsure() && row.attempts() >= LOOKS) {
            giveUp(
                    row,
                    State.UNKNOWN,
                    why + " Не знаем, размещено ли: откройте обсуждение в сети и посмотрите, есть ли там ответ.");
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
