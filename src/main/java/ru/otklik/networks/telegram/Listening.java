package ru.otklik.networks.telegram;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.otklik.networks.Heard;
import ru.otklik.networks.Lane;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.Place;
import ru.otklik.networks.Post;
import ru.otklik.networks.Push;
import ru.otklik.networks.http.Fields;
import tools.jackson.core.JacksonException;

/** The queue of a bot: asked for, or pushed to us by the network. */
final class Listening {

    private static final Logger log = LoggerFactory.getLogger(Listening.class);

    private static final String SECRET_HEADER = "x-telegram-bot-api-secret-token";
    private static final List<String> WANTED = List.of("message", "edited_message", "my_chat_member");
    private static final Duration WAIT = Duration.ofSeconds(3);
    private static final int MOST = 100;
    /** The address of a source of ours. */
    private static final Pattern OURS = Pattern.compile("https?://[^?#]+/hooks/[0-9a-f-]{36}");

    private static final Pattern CURSOR = Pattern.compile("\\d{1,18}");

    private final BotApi api;

    Listening(BotApi api) {
        this.api = api;
    }

    Heard heard(Lane lane) {
        int limit = Math.max(1, Math.min(lane.most(), MOST));
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (!lane.cursor().isEmpty()) {
            if (!CURSOR.matcher(lane.cursor()).matches()) {
                throw new NetworkFault(Kind.REFUSED, "Закладка чтения Telegram испорчена.");
            }
            parameters.put("offset", Long.parseLong(lane.cursor()));
        }
        parameters.put("limit", limit);
        parameters.put("timeout", WAIT.toSeconds());
        parameters.put("allowed_updates", WANTED);
        Fields updates;
        try {
            updates = api.ask(lane.access(), "getUpdates", parameters, WAIT);
        } catch (BotFaults.Hooked hooked) {
            if (isPushed(lane)) {
                return Heard.nothing(lane.cursor());
            }
            throw hooked;
        }
        if (!updates.isArray()) {
            throw BotApi.nonsense();
        }
        return new Updates(lane.places(), lane.since()).heard(updates.items(), lane.cursor(), limit);
    }

    /** While the network calls us, it does not let itself be asked; that its calls do not reach us, it does tell. */
    private boolean isPushed(Lane lane) {
        Fields hook = api.ask(lane.access(), "getWebhookInfo", Map.of());
        if (hook.text("url").filter(u -> OURS.matcher(u).matches()).isEmpty()) {
            return false;
        }
        if (hook.number("pending_update_count").orElse(0L) > 0
                && hook.text("last_error_message").isPresent()) {
            throw new NetworkFault(
                    Kind.TROUBLE,
                    "Telegram не может вызвать Отклик по адресу вебхука: проверьте, что адрес открыт наружу.");
        }
        return true;
    }

    /** Takes what the network pushes, if it knows the secret. */
    Push.Taken taken(Push push, List<Place> places) {
        String sent = push.headers().getOrDefault(SECRET_HEADER, "");
        String ours = push.secrets().getOrDefault(Push.SECRET, "");
        if (ours.isEmpty() || !MessageDigest.isEqual(bytes(ours), bytes(sent))) {
            return Push.Taken.refused(403, "");
        }
        List<Post> posts = List.of();
        try {
            posts = new Updates(places, Instant.EPOCH)
                    .post(Fields.of(push.body())).stream().toList();
        } catch (JacksonException e) {
            // were it refused, Telegram would send it again and again, and nothing after it
            log.warn("Telegram pushed {} bytes that are no update", push.body().length);
        }
        return new Push.Taken(200, "", posts, List.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
