package ru.otklik.networks.vk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import ru.otklik.networks.Endpoints;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.http.Http;
import ru.otklik.networks.http.Pace;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a method. The token goes in the body, so that no log of addresses shows it. */
class VkApi {

    static final String NETWORK = "vk";
    private static final String VERSION = "5.199";
    private static final Duration SHORT = Duration.ofSeconds(2);

    /** @param at by the clock of VK; null: it does not say */
    record Said(JsonNode response, @Nullable Instant at) {}

    private final Http http;
    private final Pace pace;
    private final Endpoints endpoints;
    private final JsonMapper json;
    private final RetryTemplate reads = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(2)
            .delay(Duration.ofMillis(400))
            .multiplier(2.5)
            .predicate(VkApi::isShort)
            .build());

    VkApi(Http http, Pace pace, Endpoints endpoints, JsonMapper json) {
        this.http = http;
        this.pace = pace;
        this.endpoints = endpoints;
        this.json = json;
    }

    /** What only asks may be asked again. */
    JsonNode read(String method, Map<String, ?> parameters, String token) {
        try {
            return reads.execute(() -> call(method, parameters, token).response());
        } catch (RetryException e) {
            if (e.getCause() instanceof NetworkFault fault) {
                throw fault;
            }
            throw new NetworkFault(NetworkFault.Kind.TROUBLE, "Обращение к сети прервано.", null, true, e);
        }
    }

    /** Once and never again: what became of it is looked at. */
    Said write(String method, Map<String, ?> parameters, String token) {
        return call(method, parameters, token);
    }

    private static boolean isShort(Throwable t) {
        return t instanceof NetworkFault f
                && !Thread.currentThread().isInterrupted()
                && (f.kind() == NetworkFault.Kind.TROUBLE
                        || f.kind() == NetworkFault.Kind.LIMIT
                                && f.pause().orElse(SHORT.plus(SHORT)).compareTo(SHORT) <= 0);
    }

    private Said call(String method, Map<String, ?> parameters, String token) {
        var form = new LinkedHashMap<String, Object>(parameters);
        form.put("access_token", token);
        form.put("v", VERSION);
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(String.valueOf(e.getValue()), UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(base().resolve(method))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        pace.await(NETWORK, token);
        var got = http.send(request);
        JsonNode said = parsed(got);
        JsonNode error = VkJson.find(said, "error");
        if (error != null) {
            throw VkFault.of(
                    (int) Math.min(VkJson.number(error, "error_code"), Integer.MAX_VALUE),
                    VkJson.text(error, "error_msg"));
        }
        JsonNode response = said.get("response");
        if (response == null || response.isNull()) {
            throw VkJson.nonsense("нет ответа");
        }
        return new Said(response, date(got));
    }

    /** A file to the address that VK gave for it. */
    JsonNode upload(URI to, String type, byte[] body, String token) {
        pace.await(NETWORK, token);
        return parsed(http.send(HttpRequest.newBuilder(to)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build()));
    }

    URI base() {
        return endpoints.of(NETWORK);
    }

    private JsonNode parsed(Http.Got got) {
        if (got.isBroken()) {
            throw new NetworkFault(
                    NetworkFault.Kind.TROUBLE,
                    "ВКонтакте не отвечает (HTTP %d).".formatted(got.status()),
                    null,
                    false,
                    null);
        }
        if (got.status() == 429) {
            throw VkFault.of(6, "");
        }
        if (got.status() != 200) {
            throw VkJson.nonsense("HTTP " + got.status());
        }
        try {
            JsonNode node = json.readTree(got.body());
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            // said below, without the text of the answer, which may hold what was sent
        }
        throw VkJson.nonsense("не JSON");
    }

    private static @Nullable Instant date(Http.Got got) {
        try {
            return got.headers()
                    .firstValue("Date")
                    .map(d -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(d)))
                    .orElse(null);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
