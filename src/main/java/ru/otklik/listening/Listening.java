package ru.otklik.listening;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.casework.NewMessage;
import ru.otklik.networks.Heard;
import ru.otklik.networks.Network;
import ru.otklik.networks.Networks;
import ru.otklik.networks.Post;
import ru.otklik.worktime.OutsideCalendar;

/**
 * Hears the networks in turn; a network that fails does not silence the others, and a post that cannot be stored does
 * not silence those after it.
 */
@Service
class Listening {

    private static final Logger log = LoggerFactory.getLogger(Listening.class);
    /** Then each post is taken by itself, and what still fails is put aside. */
    private static final int TRIES_TOGETHER = 3;

    private final Networks networks;
    private final CursorRows cursors;
    private final Inbox inbox;
    private final Aside aside;
    private final TransactionTemplate transaction;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    Listening(Networks networks, CursorRows cursors, Inbox inbox, Aside aside, TransactionTemplate transaction) {
        this.networks = networks;
        this.cursors = cursors;
        this.inbox = inbox;
        this.aside = aside;
        this.transaction = transaction;
    }

    void hearAll() {
        networks.list().forEach(network -> {
            try {
                hear(network);
            } catch (OutsideCalendar e) {
                // nobody's fault but the calendar's: every post waits in its network until the year is loaded
                log.error("Network {} was not heard: {}", network.key(), e.getMessage());
            } catch (RuntimeException e) {
                log.error("Network {} was not heard; the next try goes on from the same place", network.key(), e);
            }
        });
    }

    private void hear(Network network) {
        String from = cursors.of(network.key());
        Heard heard = network.listen(from);
        if (heard.cursor().equals(from)) {
            return;
        }
        boolean alone = failures.getOrDefault(network.key(), 0) >= TRIES_TOGETHER;
        failures.merge(network.key(), 1, Integer::sum);
        transaction.executeWithoutResult(t -> {
            // first, so that of two listeners one waits here and then finds itself late
            if (cursors.move(network.key(), from, heard.cursor())) {
                heard.posts().stream()
                        .filter(post -> !post.official())
                        .map(post -> message(network.key(), post))
                        .forEach(alone ? m -> receiveAlone(m, t) : inbox::receive);
            }
        });
        failures.remove(network.key());
    }

    private void receiveAlone(NewMessage message, TransactionStatus transaction) {
        Object before = transaction.createSavepoint();
        try {
            inbox.receive(message);
            transaction.releaseSavepoint(before);
        } catch (OutsideCalendar e) {
            throw e;
        } catch (RuntimeException e) {
            transaction.rollbackToSavepoint(before);
            log.error("A post of {} cannot be stored and is put aside: {}", message.network(), message.externalId(), e);
            aside.put(message, e, TRIES_TOGETHER + 1);
        }
    }

    private static NewMessage message(String network, Post post) {
        return new NewMessage(
                network,
                post.address().thread(),
                post.address().message(),
                post.url(),
                post.authorName(),
                post.authorUrl(),
                post.text(),
                post.postedAt(),
                post.attachments(),
                post.parent());
    }
}
