package ru.otklik.networks.telegram;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;
import ru.otklik.networks.Access;
import ru.otklik.networks.Endpoints;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.http.Fields;
import ru.otklik.networks.http.Http;
import ru.otklik.networks.http.Pace;
import tools.jackson.core.JacksonException;

/** Calls of the Bot API. The token stands in the path of each, so no address of a call is ever shown. */
@Component
class BotApi {

    static final String KEY = "telegram";

    /** Anything else would change the path, or show the token in a complaint about it. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9:_-]{1,256}");

    private static final Duration SHORT = Duration.ofSeconds(1);

    private static final RetryTemplate AGAIN = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(2)
            .delay(Duration.ofMillis(500))
            .multiplier(2)
            .predicate(BotApi::mayGoByItself)
            .build());

    private final Http http;
    private final Pace pace;
    private final Endpoints endpoints;

    BotApi(Http http, Pace pace, Endpoints endpoints) {
        this.http = http;
        this.pace = pace;
        this.endpoints = endpoints;
    }

    /** A call that changes nothing: tried again when the trouble may be over. */
    Fields ask(Access access, String method, Map<String, ?> parameters) {
        return ask(access, method, parameters, Duration.ZERO);
    }

    /** @param longer how long Telegram is asked to wait before it answers */
    Fields ask(Access access, String method, Map<String, ?> parameters, Duration longer) {
        try {
            return AGAIN.execute(() -> call(access, method, json(parameters), longer));
        } catch (RetryException e) {
            if (e.getLastException() instanceof NetworkFault fault) {
                throw fault;
            }
            throw new NetworkFault(Kind.TROUBLE, "Обращение к Telegram прервано.", null, false, e);
        }
    }

    /** A call that writes: made once. */
    Fields tell(Access access, String method, Map<String, ?> parameters) {
        return call(access, method, json(parameters), Duration.ZERO);
    }

    Fields tell(Access access, String method, Form form) {
        return call(
                access,
                method,
                HttpRequest.newBuilder().header("Content-Type", form.type()).POST(form.body()),
                Duration.ZERO);
    }

    private Fields call(Access access, String method, HttpRequest.Builder request, Duration longer) {
        String token = access.token();
        if (!TOKEN.matcher(token).matches()) {
            throw new NetworkFault(Kind.TOKEN_DEAD, "Токен не похож на токен бота Telegram: в нём лишние знаки.");
        }
        pace.await(KEY, token);
        return result(http.send(request.uri(address(token, method)).build(), longer), token);
    }

    private URI address(String token, String method) {
        return URI.create("%sbot%s/%s".formatted(base(), token, method));
    }

    /** Of a file, for a while: it holds the token. */
    URI file(Access access, String path) {
        return URI.create("%sfile/bot%s/%s".formatted(base(), access.token(), path));
    }

    private String base() {
        String base = endpoints.of(KEY).toString();
        return base.endsWith("/") ? base : base + "/";
    }

    private static HttpRequest.Builder json(Map<String, ?> parameters) {
        return HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Fields.JSON.writeValueAsBytes(parameters)));
    }

    private static Fields result(Http.Got got, String token) {
        if (got.isBroken()) {
            throw new NetworkFault(
                    Kind.TROUBLE, "Сбой на стороне Telegram (код %d).".formatted(got.status()), null, false, null);
        }
        Fields said = parsed(got.body());
        if (got.status() == 200 && said.flag("ok") && said.has("result")) {
            return said.at("result");
        }
        if (!said.isObject() || said.flag("ok") || !said.has("error_code")) {
            throw nonsense();
        }
        throw BotFaults.of(said, token);
    }

    private static Fields parsed(byte[] body) {
        try {
            return Fields.of(body);
        } catch (JacksonException e) {
            // its message quotes what was sent, and has no place in a log
            throw nonsense();
        }
    }

    /** What was asked may have been done. */
    static NetworkFault nonsense() {
        return new NetworkFault(Kind.NONSENSE, "Ответ Telegram не разобрать.", null, false, null);
    }

    private static boolean mayGoByItself(Throwable thrown) {
        return thrown instanceof NetworkFault fault
                && (fault.kind() == Kind.TROUBLE
                        || fault.kind() == Kind.LIMIT
                                && fault.pause()
                                        .map(p -> p.compareTo(SHORT) <= 0)
                                        .orElse(false));
    }
}
