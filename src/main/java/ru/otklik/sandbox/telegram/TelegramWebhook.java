package ru.otklik.sandbox.telegram;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.otklik.sandbox.wire.Deliveries;
import ru.otklik.sandbox.wire.Troubles;

/** Brings updates to the bot's address: in order, each until it is taken. */
@Component
class TelegramWebhook {

    private final TelegramUpdates updates;
    private final Deliveries deliveries;
    private final Troubles troubles;
    private final Clock clock;

    TelegramWebhook(TelegramUpdates updates, Deliveries deliveries, Troubles troubles, Clock clock) {
        this.updates = updates;
        this.deliveries = deliveries;
        this.troubles = troubles;
        this.clock = clock;
    }

    void wake() {
        String url = updates.hook().url();
        if (!url.isEmpty()) {
            deliveries.later(url, this::bring);
        }
    }

    /** Stops at what is not taken after all tries; the next message starts from there. */
    private void bring() {
        while (true) {
            var hook = updates.hook();
            List<TelegramUpdates.Update> oldest = updates.from(0, hook.kinds(), 1);
            if (hook.url().isEmpty() || oldest.isEmpty()) {
                return;
            }
            var update = oldest.get(0);
            var headers = hook.secret().isEmpty()
                    ? Map.<String, String>of()
                    : Map.of("X-Telegram-Bot-Api-Secret-Token", hook.secret());
            int times = troubles.saysTwice("telegram") ? 2 : 1;
            for (int i = 0; i < times; i++) {
                var answer =
                        deliveries.send(URI.create(hook.url()), headers, update.body(), a -> a.status() / 100 == 2);
                if (answer.status() / 100 != 2) {
                    updates.failed("Wrong response from the webhook: " + answer.status(), clock.instant());
                    return;
                }
            }
            updates.delete(update.id());
        }
    }
}
