package ru.otklik.sandbox.telegram;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;
import ru.otklik.sandbox.SandboxAccess;
import ru.otklik.sandbox.wire.Caller;
import ru.otklik.sandbox.wire.Json;

/** Who the bot is, where it is, and what it is told. */
@Component
class TelegramReading {

    private static final int LONGEST_WAIT = 5;
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final TelegramUpdates updates;
    private final TelegramRows rows;
    private final TelegramView view;
    private final TelegramWebhook webhook;
    private final Clock clock;

    TelegramReading(
            TelegramUpdates updates, TelegramRows rows, TelegramView view, TelegramWebhook webhook, Clock clock) {
        this.updates = updates;
        this.rows = rows;
        this.view = view;
        this.webhook = webhook;
        this.clock = clock;
    }

    Object me(TelegramCall call) {
        var me = view.bot();
        me.put("can_join_groups", true);
        me.put("can_read_all_group_messages", true);
        me.put("supports_inline_queries", false);
        return me;
    }

    Object updates(TelegramCall call) {
        var hook = updates.hook();
        if (!hook.url().isEmpty()) {
            throw new TelegramFault(
                    409,
                    "Conflict: can't use getUpdates method while webhook is active; "
                            + "use deleteWebhook to delete the webhook first");
        }
        call.strings("allowed_updates").ifPresent(a -> updates.setAllowed(String.join(",", a)));
        long asked = call.number("offset", 0);
        long offset = asked < 0 ? updates.lastOf(-asked) : asked;
        if (offset > 0) {
            updates.forgetBelow(offset, clock.instant());
        }
        long limit = Math.min(100, Math.max(1, call.number("limit", 100)));
        long glances = Math.min(LONGEST_WAIT, Math.max(0, call.number("timeout", 0))) * 1000 / GLANCE.toMillis();
        var kinds = updates.hook().kinds();
        List<TelegramUpdates.Update> found = updates.from(offset, kinds, limit);
        for (long i = 0; i < glances && found.isEmpty(); i++) {
            LockSupport.parkNanos(GLANCE.toNanos());
            found = updates.from(offset, kinds, limit);
        }
        return found.stream().map(u -> Json.read(u.body())).toList();
    }

    Object setWebhook(TelegramCall call) {
        String url = call.text("url").orElse("");
        String secret = call.text("secret_token").orElse("");
        if (!secret.matches("[A-Za-z0-9_-]{0,256}")) {
            throw TelegramFault.bad("secret token contains unallowed characters");
        }
        if (!url.isEmpty() && !isAllowed(url, call)) {
            throw TelegramFault.bad("bad webhook: the sandbox calls programs of its own machine only");
        }
        if (call.text("drop_pending_updates").orElse("").equals("true")) {
            updates.forgetAll();
        }
        call.strings("allowed_updates").ifPresent(a -> updates.setAllowed(String.join(",", a)));
        updates.setHook(url, secret);
        webhook.wake();
        return true;
    }

    Object deleteWebhook(TelegramCall call) {
        if (call.text("drop_pending_updates").orElse("").equals("true")) {
            updates.forgetAll();
        }
        updates.setHook("", "");
        return true;
    }

    Object webhookInfo(TelegramCall call) {
        var hook = updates.hook();
        Instant failed = hook.failedAt();
        return Json.of(
                "url",
                hook.url(),
                "has_custom_certificate",
                false,
                "pending_update_count",
                updates.count(),
                "last_error_date",
                failed == null ? null : view.date(failed),
                "last_error_message",
                hook.failure(),
                "max_connections",
                40,
                "allowed_updates",
                hook.kinds().isEmpty() ? null : List.copyOf(hook.kinds()));
    }

    Object chat(TelegramCall call) {
        SandboxAccess chat = call.chat();
        boolean channel = chat.kind() == SandboxAccess.Kind.CHANNEL;
        var full = view.chat(chat);
        full.put("active_usernames", List.of(chat.shortName()));
        full.put("accent_color_id", 0);
        full.put("max_reaction_count", 11);
        full.put(
                "accepted_gift_types",
                Json.of(
                        "unlimited_gifts", false,
                        "limited_gifts", false,
                        "unique_gifts", false,
                        "premium_subscription", false,
                        "gifts_from_channels", false));
        full.put("linked_chat_id", (channel ? SandboxAccess.DISCUSSION : SandboxAccess.CHANNEL).account());
        return full;
    }

    Object member(TelegramCall call) {
        SandboxAccess chat = call.chat();
        long user = call.number("user_id", 0);
        if (user == SandboxAccess.BOT.account()) {
            return administrator(chat.kind() == SandboxAccess.Kind.CHANNEL);
        }
        Optional<String> name = rows.authorOf(chat.account(), user);
        return Json.of(
                "status",
                "member",
                "user",
                view.user(user, name.orElseThrow(() -> TelegramFault.bad("user not found"))));
    }

    private Object administrator(boolean channel) {
        return Json.of(
                "status", "administrator",
                "user", view.bot(),
                "can_be_edited", false,
                "is_anonymous", false,
                "can_manage_chat", true,
                "can_delete_messages", true,
                "can_manage_video_chats", false,
                "can_restrict_members", false,
                "can_promote_members", false,
                "can_change_info", false,
                "can_invite_users", true,
                "can_post_stories", false,
                "can_edit_stories", false,
                "can_delete_stories", false,
                "can_post_messages", channel ? true : null,
                "can_edit_messages", channel ? true : null);
    }

    /** The token is public: else a stranger would make this machine call whom he likes. */
    private static boolean isAllowed(String url, TelegramCall call) {
        try {
            URI uri = URI.create(url);
            String host = uri.getHost();
            return host != null
                    && List.of("http", "https").contains(uri.getScheme())
                    && (call.local() && Caller.isLocal(host));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
