package ru.otklik.listening;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.casework.NewMessage;
import ru.otklik.networks.Heard;
import ru.otklik.networks.Network;
import ru.otklik.networks.Networks;
import ru.otklik.networks.Post;

/** Hears the networks in turn; a network that fails does not silence the others. */
@Service
class Listening {

    private static final Logger log = LoggerFactory.getLogger(Listening.class);

    private final Networks networks;
    private final CursorRows cursors;
    private final Inbox inbox;
    private final TransactionTemplate transaction;

    Listening(Networks networks, CursorRows cursors, Inbox inbox, TransactionTemplate transaction) {
        this.networks = networks;
        this.cursors = cursors;
        this.inbox = inbox;
        this.transaction = transaction;
    }

    void hearAll() {
        networks.list().forEach(network -> {
            try {
                hear(network);
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
        transaction.executeWithoutResult(t -> {
            // first, so that of two listeners one waits here and then finds itself late
            if (cursors.move(network.key(), from, heard.cursor())) {
                heard.posts().stream()
                        .filter(post -> !post.official())
                        .map(post -> message(network.key(), post))
                        .forEach(inbox::receive);
            }
        });
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
