package ru.otklik.publication;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import ru.otklik.networks.Access;
import ru.otklik.networks.Answer;
import ru.otklik.networks.Network;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkTitles;
import ru.otklik.networks.Networks;
import ru.otklik.networks.Reply;
import ru.otklik.networks.Voices;
import ru.otklik.pictures.Pictures;

/**
 * One call to a network. What may already stand there is only looked for, and never sent again by the program itself.
 */
@Component
class Calling {

    private static final Logger log = LoggerFactory.getLogger(Calling.class);

    private final Networks networks;
    private final Voices voices;

    private final Pictures pictures;

    Calling(Networks networks, Voices voices, Pictures pictures) {
        this.networks = networks;
        this.voices = voices;
        this.pictures = pictures;
    }

    Reply reply(Claimed row) {
        Optional<Network> network = networks.find(row.network());
        if (network.isEmpty()) {
            return refused(row, "Сеть «%s» не подключена.".formatted(NetworkTitles.of(row.network())));
        }
        Integer account = row.account();
        if (account == null) {
            return refused(row, "Нет официальной учётной записи, от которой ответить.");
        }
        Optional<String> silence = voices.silence(account);
        if (silence.isPresent()) {
            return refused(row, silence.get());
        }
        try {
            Reply reply = reply(network.get(), row, answer(row), voices.access(account));
            reply.<Runnable>fold(
                            posted -> () -> voices.works(account),
                            refused -> () -> voices.failed(account, refused.fault()),
                            uncertain -> () -> {})
                    .run();
            return reply;
        } catch (NetworkFault secretsUnreadable) {
            return refused(row, secretsUnreadable.sentence());
        }
    }

    /** Exactly what was approved: the bytes are called by their hash. */
    private Answer answer(Claimed row) {
        return row.answer(row.hashes().stream()
                .map(hash -> pictures.find(row.incident(), hash).orElseThrow())
                .map(p -> new Answer.Picture("picture", p.type(), p.bytes()))
                .toList());
    }

    private static Reply reply(Network network, Claimed row, Answer answer, Access access) {
        String corrects = row.corrects();
        if (corrects != null && network.abilities().edits()) {
            // to change it twice is to change it once
            return network.correct(row.address(), corrects, answer, access);
        }
        if (row.attempts() > 1 && network.abilities().looks()) {
            try {
                Optional<Reply.Posted> known = network.find(row.address(), answer, access);
                if (known.isPresent()) {
                    return known.get();
                }
            } catch (NetworkFault fault) {
                log.warn("Incident {}, draft {}: the network does not let look", row.incident(), row.draft(), fault);
                return row.unsure() ? new Reply.Uncertain(fault.sentence()) : new Reply.Refused(fault);
            }
        }
        return row.unsure() ? new Reply.Uncertain("В сети ответ не найден.") : answer(network, row, answer, access);
    }

    private static Reply answer(Network network, Claimed row, Answer answer, Access access) {
        try {
            return network.answer(row.address(), answer, access);
        } catch (RuntimeException e) {
            log.warn("Publication of incident {}, draft {}, broke off", row.incident(), row.draft(), e);
            return new Reply.Uncertain("Связь с сетью прервалась.");
        }
    }

    /** Not by this attempt; by one before it perhaps. */
    private static Reply refused(Claimed row, String why) {
        return row.unsure()
                ? new Reply.Uncertain(why)
                : new Reply.Refused(new NetworkFault(NetworkFault.Kind.REFUSED, why));
    }
}
