package ru.otklik.networks.max;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.otklik.networks.Access;
import ru.otklik.networks.Endpoints;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.http.Fields;
import ru.otklik.networks.http.Http;
import ru.otklik.networks.http.Pace;
import tools.jackson.core.JacksonException;

/** Calls of the Bot API of MAX. The token goes in a header, as it is. */
@Component
class MaxApi {

    static final String KEY = "max";

    /** What a header can carry; anything else would show the token in a complaint about it. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]{1,1024}");

    private final Http http;
    private final Pace pace;
    private final Endpoints endpoints;

    MaxApi(Http http, Pace pace, Endpoints endpoints) {
        this.http = http;
        this.pace = pace;
        this.endpoints = endpoints;
    }

    /** A call that changes nothing: tried again when the trouble may be over. */
    Fields ask(Access access, String path, Map<String, ?> query) {
        return ask(access, path, query, Duration.ZERO);
    }

    /** @param longer how long MAX is asked to wait before it answers */
    Fields ask(Access access, String path, Map<String, ?> query, Duration longer) {
        return Again.reading(
                () -> call(access, HttpRequest.newBuilder(address(path, query)).GET(), longer));
    }

    /** A call that writes: made once. */
    Fields tell(Access access, String method, String path, Map<String, ?> query, Map<String, ?> body) {
        var json = HttpRequest.BodyPublishers.ofByteArray(Fields.JSON.writeValueAsBytes(body));
        return call(
                access,
                HttpRequest.newBuilder(address(path, query))
                        .header("Content-Type", "application/json")
                        .method(method, json),
                Duration.ZERO);
    }

    /** To where MAX said a file is to be sent; the token has no place there. */
    Fields upload(Access access, URI address, String type, byte[] body) {
        pace.await(KEY, access.token());
        return result(http.send(HttpRequest.newBuilder(address)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build()));
    }

    URI base() {
        String base = endpoints.of(KEY).toString();
        return URI.create(base.endsWith("/") ? base : base + "/");
    }

    private Fields call(Access access, HttpRequest.Builder request, Duration longer) {
        String token = access.token();
        if (!TOKEN.matcher(token).matches()) {
            throw new NetworkFault(Kind.TOKEN_DEAD, "Токен не похож на токен бота MAX: в нём лишние знаки.");
        }
        pace.await(KEY, token);
        return result(http.send(request.header("Authorization", token).build(), longer));
    }

    private URI address(String path, Map<String, ?> query) {
        String pairs = query.entrySet().stream()
                .map(e -> e.getKey() + "=" + encoded(String.valueOf(e.getValue())))
                .collect(Collectors.joining("&"));
        return URI.create(base() + path + (pairs.isEmpty() ? "" : "?" + pairs));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static Fields result(Http.Got got) {
        if (got.isBroken()) {
            throw new NetworkFault(
                    Kind.TROUBLE, "Сбой на стороне MAX (код %d).".formatted(got.status()), null, false, null);
        }
        Fields said = parsed(got);
        // some refusals come as 200: success is false, and a code
        boolean refused = said.has("success") && !said.flag("success");
        if (got.status() / 100 != 2 || refused) {
            throw MaxFaults.of(got.status(), said, got.headers().firstValue("Retry-After"));
        }
        return said;
    }

    private static Fields parsed(Http.Got got) {
        try {
            Fields said = Fields.of(got.body());
            if (said.isObject()) {
                return said;
            }
        } catch (JacksonException e) {
            // its message quotes what was sent, and has no place in a log
        }
        throw nonsense();
    }

    /** What was asked may have been done. */
    static NetworkFault nonsense() {
        return new NetworkFault(Kind.NONSENSE, "Ответ MAX не разобрать.", null, false, null);
    }
}
