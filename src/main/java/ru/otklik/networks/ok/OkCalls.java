package ru.otklik.networks.ok;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
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
                .POST(HttpRequest.BodyPublishers.ofString(OkSignature.form(method, parameters, access)))
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
}
