package ru.otklik.sandbox.telegram;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.sandbox.SandboxAccess;
import ru.otklik.sandbox.wire.Json;

/** Whoever writes, by the API or on the page; the bot is told of what is not its own. */
@Service
public class TelegramWriting {

    private static final long CHANNEL = SandboxAccess.CHANNEL.account();
    private static final long GROUP = SandboxAccess.DISCUSSION.account();

    private final TelegramRows rows;
    private final TelegramUpdates updates;
    private final TelegramView view;
    private final TelegramWebhook webhook;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TelegramWriting(
            TelegramRows rows,
            TelegramUpdates updates,
            TelegramView view,
            TelegramWebhook webhook,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.updates = updates;
        this.view = view;
        this.webhook = webhook;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A post of the channel and its automatic forward to the group; returns the post. */
    public TelegramRow channelPost(String text) {
        return inChannel(text, null, null, false);
    }

    /** @param replyTo null: not under anything */
    public Optional<TelegramRow> write(@Nullable Long replyTo, String citizen, String name, String text) {
        TelegramRow to = replyTo == null ? null : rows.find(GROUP, replyTo).orElse(null);
        if (replyTo != null && to == null) {
            return Optional.empty();
        }
        return Optional.of(told(
                "message",
                () -> rows.add(
                        TelegramRow.New.inGroup(to, TelegramRow.userId(citizen), name, citizen, text, null, null),
                        clock.instant())));
    }

    /** Empty: not this citizen's. */
    public Optional<TelegramRow> edit(long id, String citizen, String text) {
        return rows.find(GROUP, id)
                .filter(m -> m.isOf(citizen))
                .map(m -> told(
                        "edited_message",
                        () -> rows.edit(GROUP, id, text, clock.instant()).orElse(m)));
    }

    /** Told to nobody: the network has no such update. */
    public boolean delete(long id) {
        return rows.delete(GROUP, id, clock.instant());
    }

    /** By the bot. */
    TelegramRow send(
            SandboxAccess chat, @Nullable TelegramRow to, String text, @Nullable String photo, @Nullable String album) {
        if (chat.account() == CHANNEL) {
            return inChannel(text, photo, album, true);
        }
        return rows.add(
                TelegramRow.New.inGroup(
                        to, SandboxAccess.BOT.account(), SandboxAccess.BOT.name(), null, text, photo, album),
                clock.instant());
    }

    private TelegramRow inChannel(String text, @Nullable String photo, @Nullable String album, boolean byBot) {
        long from = byBot ? SandboxAccess.BOT.account() : CHANNEL;
        TelegramRow post = transaction.execute(t -> {
            TelegramRow p = rows.add(
                    new TelegramRow.New(
                            CHANNEL, null, null, from, SandboxAccess.CHANNEL.name(), null, text, photo, album, null),
                    clock.instant());
            TelegramRow forward = rows.add(
                    new TelegramRow.New(
                            GROUP, null, null, CHANNEL, SandboxAccess.CHANNEL.name(), null, text, photo, album, p.id()),
                    clock.instant());
            if (!byBot) {
                tell("channel_post", p);
            }
            tell("message", forward);
            return p;
        });
        webhook.wake();
        return java.util.Objects.requireNonNull(post);
    }

    private TelegramRow told(String kind, java.util.function.Supplier<TelegramRow> written) {
        TelegramRow row = transaction.execute(t -> {
            TelegramRow m = written.get();
            tell(kind, m);
            return m;
        });
        webhook.wake();
        return java.util.Objects.requireNonNull(row);
    }

    private void tell(String kind, TelegramRow m) {
        long id = updates.next();
        updates.add(id, kind, Json.text(Json.of("update_id", id, kind, view.message(m))), clock.instant());
    }
}
