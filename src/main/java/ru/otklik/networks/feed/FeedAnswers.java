package ru.otklik.networks.feed;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.feed.FeedFetch.Fetched;
import ru.otklik.networks.http.Http;

/** What the numbers of a site mean. */
final class FeedAnswers {

    private static final int UNCHANGED = 304;
    private static final Set<Integer> NOWHERE = Set.of(404, 410);
    private static final Set<Integer> CLOSED = Set.of(401, 402, 403, 407, 451);
    private static final int TOO_MANY = 429;
    private static final Duration WAIT = Duration.ofMinutes(10);

    private FeedAnswers() {}

    static Fetched fetched(Http.Got got, URI from) {
        int status = got.status();
        if (status == UNCHANGED) {
            return new Fetched(null, "", "", "", from);
        }
        if (got.isBroken()) {
            throw new NetworkFault(Kind.TROUBLE, "Сайт временно не работает.");
        }
        if (status == TOO_MANY) {
            throw new NetworkFault(Kind.LIMIT, "Сайт просит обращаться реже.", WAIT, true, null);
        }
        if (NOWHERE.contains(status)) {
            throw new NetworkFault(Kind.NOT_FOUND, "Такой страницы на сайте нет.");
        }
        if (CLOSED.contains(status)) {
            throw new NetworkFault(Kind.NO_RIGHT, "Сайт не пускает к этой странице.");
        }
        if (status != 200) {
            throw new NetworkFault(Kind.NONSENSE, "Сайт ответил непонятно: код %d.".formatted(status));
        }
        return new Fetched(
                got.body(), header(got, "Content-Type"), header(got, "ETag"), header(got, "Last-Modified"), from);
    }

    private static String header(Http.Got got, String name) {
        return got.headers().firstValue(name).filter(v -> v.length() <= 300).orElse("");
    }
}
