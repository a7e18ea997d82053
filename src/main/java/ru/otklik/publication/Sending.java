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
import ru.otklik.networks.Address;
import ru.otklik.networks.Network;
import ru.otklik.networks.Networks;
import ru.otklik.networks.Reply;
import ru.otklik.publication.OutboxRows.Claimed;

/** Sends what the outbox holds. No transaction is open while a network is called. */
@Service
class Sending {

    private static final Logger log = LoggerFactory.getLogger(Sending.class);
    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private final OutboxRows rows;
    private final Networks networks;
    private final Incidents incidents;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sending(OutboxRows rows, Networks networks, Incidents incidents, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.networks = networks;
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
        Reply reply = networks.find(row.network())
                .map(network -> reply(network, row))
                .orElseGet(
                        () -> new Reply.Refused("Сеть «%s» не подключена. Подключите её или разместите ответ вручную."
                                .formatted(row.network())));
        reply.<Runnable>fold(
                        posted -> () -> confirm(row, posted),
                        refused -> () -> later(row, Publications.State.WAITING, refused.why()),
                        uncertain -> () -> later(row, Publications.State.UNCERTAIN, uncertain.why()))
                .run();
    }

    private Reply reply(Network network, Claimed row) {
        var address = new Address(row.thread(), row.message());
        String key = row.key().toString();
        try {
            // after the first attempt nobody here knows what the network already has
            Optional<Reply.Posted> known = row.attempts() > 1 ? network.find(address, key) : Optional.empty();
            return known.<Reply>map(p -> p).orElseGet(() -> network.answer(address, row.text(), key));
        } catch (RuntimeException e) {
            log.warn("Publication of incident {}, draft {}, broke off", row.incident(), row.draft(), e);
            return new Reply.Uncertain(
                    "Связь с сетью прервалась. Прежде чем повторить, Отклик проверит, размещён ли ответ.");
        }
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

    private void later(Claimed row, Publications.State state, String why) {
        boolean last = row.attempts() >= ATTEMPTS;
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(2 * row.attempts(), 10));
        rows.notSent(
                row,
                last ? Publications.State.FAILED : state,
                clock.instant().plus(pause),
                last ? why + " Попыток: %d, больше не повторяется.".formatted(row.attempts()) : why);
    }
}
