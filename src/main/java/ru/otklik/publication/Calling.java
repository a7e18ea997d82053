package ru.otklik.publication;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import ru.otklik.networks.Access;
import ru.otklik.networks.Address;
import ru.otklik.networks.Answer;
import ru.otklik.networks.Network;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkTitles;
import ru.otklik.networks.Networks;
import ru.otklik.networks.Reply;
import ru.otklik.publication.OutboxRows.Claimed;

/**
 * One call to a network. What may already stand there is only looked for, and never sent again by the program itself.
 */
@Component
class Calling {

    private static final Logger log = LoggerFactory.getLogger(Calling.class);

    private final Networks networks;

    Calling(Networks networks) {
        this.networks = networks;
    }

    Reply reply(Claimed row) {
        return networks.find(row.network())
                .map(network -> reply(network, row))
                .orElseGet(() -> notSent(row, "Сеть «%s» не подключена.".formatted(NetworkTitles.of(row.network()))));
    }

    private static Reply reply(Network network, Claimed row) {
        var address = new Address(row.thread(), row.message());
        String key = row.key().toString();
        if (row.attempts() > 1) {
            try {
                Optional<Reply.Posted> known = network.find(address, Answer.of(row.text(), key), Access.NONE);
                if (known.isPresent()) {
                    return known.get();
                }
            } catch (RuntimeException e) {
                log.warn("Incident {}, draft {}: the network does not let look", row.incident(), row.draft(), e);
                return notSent(row, "Сеть не отвечает.");
            }
        }
        return row.unsure() ? notSent(row, "В сети ответ не найден.") : answer(network, row, address, key);
    }

    /** Not by this attempt; by one before it perhaps. */
    private static Reply notSent(Claimed row, String why) {
        return row.unsure()
                ? new Reply.Uncertain(why)
                : new Reply.Refused(new NetworkFault(NetworkFault.Kind.REFUSED, why));
    }

    private static Reply answer(Network network, Claimed row, Address address, String key) {
        try {
            return network.answer(address, Answer.of(row.text(), key), Access.NONE);
        } catch (RuntimeException e) {
            log.warn("Publication of incident {}, draft {}, broke off", row.incident(), row.draft(), e);
            return new Reply.Uncertain("Связь с сетью прервалась.");
        }
    }
}
