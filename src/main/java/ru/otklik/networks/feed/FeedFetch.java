package ru.otklik.networks.feed;

import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.http.Http;
import ru.otklik.networks.http.Pace;
import ru.otklik.networks.http.PublicWeb;

/** Gets a feed or a page, through a few redirects, each of which may lead only where the first link may. */
@Component
class FeedFetch {

    static final String KEY = "feed";
    private static final int REDIRECTS = 3;
    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);

    /**
     * @param body null: not changed since
     * @param from where it was at last
     */
    record Fetched(byte @Nullable [] body, String type, String tag, String modified, URI from) {}

    private final Http http;
    private final Pace pace;
    private final FeedSettings settings;
    private final RetryTemplate again = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(2)
            .delay(Duration.ofMillis(200))
            .multiplier(3)
            .predicate(t -> t instanceof NetworkFault f && f.kind() == Kind.TROUBLE)
            .build());

    FeedFetch(Http http, Pace pace, FeedSettings settings) {
        this.http = http;
        this.pace = pace;
        this.settings = settings;
    }

    Fetched get(URI link) {
        return get(link, "", "");
    }

    /** @param tag and when it was modified, as it said the last time; empty: it did not */
    Fetched get(URI link, String tag, String modified) {
        return again.invoke(() -> follow(link, tag, modified));
    }

    private Fetched follow(URI link, String tag, String modified) {
        URI at = link;
        for (int i = 0; i <= REDIRECTS; i++) {
            Http.Got got = send(at, tag, modified);
            if (!MOVED.contains(got.status())) {
                return FeedAnswers.fetched(got, at);
            }
            String target = got.headers().firstValue("Location").orElse("");
            at = next(at, target);
        }
        throw new NetworkFault(Kind.NONSENSE, "Сайт перенаправляет слишком много раз.");
    }

    private static URI next(URI at, String target) {
        try {
            return Where.of(at.resolve(target.strip()).toString())
                    .orElseThrow(() -> new NetworkFault(Kind.REFUSED, "Сайт перенаправляет не на веб-адрес."));
        } catch (IllegalArgumentException e) {
            throw new NetworkFault(Kind.NONSENSE, "Сайт перенаправляет в никуда.", null, true, e);
        }
    }

    private Http.Got send(URI at, String tag, String modified) {
        expectAllowed(at.getHost());
        HttpRequest.Builder request = HttpRequest.newBuilder(at)
                .header("User-Agent", "Otklik (feed reader)")
                .header(
                        "Accept",
                        "application/rss+xml, application/atom+xml, application/xml, text/xml, text/html;q=0.8");
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        if (!modified.isEmpty()) {
            request.header("If-Modified-Since", modified);
        }
        pace.await(KEY, at.getHost());
        return http.send(request.GET().build());
    }

    private void expectAllowed(String host) {
        if (settings.inside()) {
            return;
        }
        try {
            if (!PublicWeb.holds(host)) {
                throw new NetworkFault(
                        Kind.NO_RIGHT, "Адрес ведёт во внутреннюю сеть: такие ленты запрещены настройкой.");
            }
        } catch (UnknownHostException e) {
            throw new NetworkFault(Kind.TROUBLE, "Сайта с таким именем не нашлось.", null, true, e);
        }
    }
}
