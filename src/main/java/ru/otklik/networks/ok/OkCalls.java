package ru.otklik.networks.ok;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;
import ru.otklik.networks.Access;
import ru.otklik.networks.Endpoints;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.http.Http;
import ru.otklik.networks.http.Pace;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signed calls; reading is tried again, writing never. */
@Component
class OkCalls {

    static final String KEY = "ok";
    static final String APPLICATION_KEY = "application_key";
    static final String APPLICATION_SECRET_KEY = "application_secret_key";

    private static final int TOO_MANY = 429;
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Http http;
    private final Pace pace;
    private final Endpoints endpoints;
    private final RetryTemplate again = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(2)
            .delay(Duration.ofMillis(200))
            .multiplier(3)
            .predicate(OkCalls::mayPassSoon)
            .build());

    OkCalls(Http http, Pace pace, Endpoints endpoints) {
        this.http = http;
        this.pace = pace;
        this.endpoints = endpoints;
    }

    JsonNode read(String method, Map<String, String> parameters, Access access) {
        return again.invoke(() -> call(method, parameters, access, false));
    }

    JsonNode write(String method, Map<String, String> parameters, Access access) {
        return call(method, parameters, access, true);
    }

    private static boolean mayPassSoon(Throwable t) {
        return t instanceof NetworkFault f
                && (f.kind() == Kind.TROUBLE
                        || f.kind() == Kind.LIMIT
                                && f.pause()
                                        .filter(p -> p.compareTo(SHORT) <= 0)
                                        .isPresent());
    }

    private JsonNode call(String method, Map<String, String> parameters, Access access, boolean writing) {
        String token = access.token();
        HttpRequest request = HttpRequest.newBuilder(address())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(signed(method, parameters, access, token))))
                .build();
        pace.await(KEY, token);
        Http.Got got = http.send(request);
        if (got.isBroken()) {
            throw new NetworkFault(Kind.TROUBLE, "Одноклассники временно не работают.", null, false, null);
        }
        if (got.status() == TOO_MANY) {
            throw OkFaults.tooOften();
        }
        JsonNode answer = parsed(got.body());
        JsonNode code = answer.path("error_code");
        if (code.isIntegralNumber() && code.canConvertToInt()) {
            throw OkFaults.of(code.intValue(), writing);
        }
        if (got.status() != 200 || code.isValueNode() && !code.isNull()) {
            throw OkFaults.nonsense();
        }
        return answer;
    }

    private URI address() {
        return endpoints.of(KEY);
    }

    private static JsonNode parsed(byte[] body) {
        try {
            JsonNode answer = JSON.readTree(body);
            if (answer == null || answer.isMissingNode()) {
                throw OkFaults.nonsense();
            }
            return answer;
        } catch (JacksonException e) {
            throw OkFaults.nonsense();
        }
    }

    /** The token goes beside the signature: it is a part of the key, not of what is signed. */
    private static Map<String, String> signed(
            String method, Map<String, String> parameters, Access access, String token) {
        var all = new TreeMap<>(parameters);
        all.put("method", method);
        all.put("format", "json");
        all.put(APPLICATION_KEY, secret(access, APPLICATION_KEY, "публичный ключ"));
        String key = md5(token + secret(access, APPLICATION_SECRET_KEY, "секретный ключ"));
        all.put(
                "sig",
                md5(all.entrySet().stream()
                                .map(e -> e.getKey() + "=" + e.getValue())
                                .collect(Collectors.joining())
                        + key));
        all.put("access_token", token);
        return all;
    }

    private static String secret(Access access, String name, String title) {
        return access.secret(name)
                .orElseThrow(() -> new NetworkFault(
                        Kind.TOKEN_DEAD, "Для учётной записи не задан %s приложения Одноклассников.".formatted(title)));
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
