package ru.otklik.networks.max;

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
import ru.otklik.networks.Push;
import ru.otklik.networks.http.Fields;
import tools.jackson.core.JacksonException;

/** The queue of a bot: asked for, or pushed to us by the network. */
final class Listening {

    private static final Logger log = LoggerFactory.getLogger(Listening.class);

    private static final String SECRET_HEADER = "x-max-bot-api-secret";
    private static final Duration WAIT = Duration.ofSeconds(3);
    private static final int MOST = 1000;
    private static final Pattern CURSOR = Pattern.compile("-?\\d{1,19}");

    private final MaxApi api;

    Listening(MaxApi api) {
        this.api = api;
    }

    Heard heard(Lane lane) {
        int limit = Math.max(1, Math.min(lane.most(), MOST));
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("limit", limit);
        query.put("timeout", WAIT.toSeconds());
        query.put("types", String.join(",", Updates.WANTED));
        if (!lane.cursor().isEmpty()) {
            if (!CURSOR.matcher(lane.cursor()).matches()) {
                throw new NetworkFault(Kind.REFUSED, "Закладка чтения MAX испорчена.");
            }
            query.put("marker", lane.cursor());
        }
        Fields got = api.ask(lane.access(), "updates", query, WAIT);
        if (!got.at("updates").isArray()) {
            throw MaxApi.nonsense();
        }
        List<Fields> updates = got.at("updates").items();
        String cursor = got.number("marker").map(String::valueOf).orElse(lane.cursor());
        if (!updates.isEmpty() && cursor.equals(lane.cursor())) {
            // the same would come again and again
            throw MaxApi.nonsense();
        }
        Updates read = new Updates(lane.places(), lane.since()).read(updates);
        return new Heard(read.posts, read.gone, cursor, updates.size() >= limit);
    }

    /** Takes what the network pushes, if it knows the secret. */
    Push.Taken taken(Push push, List<Place> places) {
        String sent = push.headers().getOrDefault(SECRET_HEADER, "");
        String ours = push.secrets().getOrDefault(Push.SECRET, "");
        if (ours.isEmpty() || !MessageDigest.isEqual(bytes(ours), bytes(sent))) {
            return Push.Taken.refused(403, "");
        }
        Updates read = new Updates(places, Instant.EPOCH);
        try {
            read.read(List.of(Fields.of(push.body())));
        } catch (JacksonException e) {
            // were it refused, MAX would send it again for hours
            log.warn("MAX pushed {} bytes that are no update", push.body().length);
        }
        return new Push.Taken(200, "", read.posts, read.gone);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
