package ru.otklik.intake;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import ru.otklik.casework.NewMessage;
import ru.otklik.listening.Inbox;

/** What a network said goes the way of every message: limits, first assessment, incident. */
@Component
class HeardMessages implements Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(HeardMessages.class);

    private final Receiving receiving;

    HeardMessages(Receiving receiving) {
        this.receiving = receiving;
    }

    /** A message that cannot be stored is logged and passed by: it must not hold up those after it. */
    @Override
    public void receive(NewMessage message) {
        receiving
                .receive(message)
                .ifRefused(no -> LOG.warn(
                        "Сообщение {} {} {} не принято: {}",
                        message.network(),
                        message.thread(),
                        message.externalId(),
                        no.sentence()));
    }
}
