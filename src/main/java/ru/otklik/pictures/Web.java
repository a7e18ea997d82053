package ru.otklik.pictures;

import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.util.Set;
import org.springframework.stereotype.Component;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.http.Http;
import ru.otklik.networks.http.PublicWeb;

/** Gets a file by a stranger's link, through a few redirects, each of which may lead only where a link may. */
@Component
class Web {

    private static final int REDIRECTS = 3;
    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);

    private final Http http;

    Web(Http http) {
        this.http = http;
    }

    /**
     * @param known server of the network itself, which may be inside
     * @throws NetworkFault that says why there is no file
     */
    byte[] get(URI link, URI known) {
        URI at = link;
        for (int i = 0; i <= REDIRECTS; i++) {
            expectAllowed(at, known);
            Http.Got got = http.send(HttpRequest.newBuilder(at)
                    .header("User-Agent", "Otklik")
                    .header("Accept", "image/*")
                    .GET()
                    .build());
            if (!MOVED.contains(got.status())) {
                return content(got);
            }
            at = next(at, got.headers().firstValue("Location").orElse(""));
        }
        throw new NetworkFault(Kind.REFUSED, "Сайт перенаправляет слишком много раз.");
    }

    private static URI next(URI at, String target) {
        try {
            return at.resolve(target.strip());
        } catch (IllegalArgumentException e) {
            throw new NetworkFault(Kind.REFUSED, "Сайт перенаправляет в никуда.");
        }
    }

    private static byte[] content(Http.Got got) {
        int status = got.status();
        if (status == 200) {
            return got.body();
        }
        if (got.isBroken() || status == 429 || status == 408) {
            throw new NetworkFault(Kind.TROUBLE, "Сайт не отдаёт файл (код %d).".formatted(status));
        }
        throw switch (status) {
            case 404, 410 -> new NetworkFault(Kind.NOT_FOUND, "По ссылке ничего нет (код %d).".formatted(status));
            case 401, 403 -> new NetworkFault(Kind.NO_RIGHT, "Доступ к файлу закрыт (код %d).".formatted(status));
            default -> new NetworkFault(Kind.REFUSED, "Сайт отказал (код %d).".formatted(status));
        };
    }

    private static void expectAllowed(URI at, URI known) {
        String host = at.getHost();
        boolean web = "http".equalsIgnoreCase(at.getScheme()) || "https".equalsIgnoreCase(at.getScheme());
        if (!web || host == null || at.getUserInfo() != null) {
            throw new NetworkFault(Kind.REFUSED, "Ссылка ведёт не на веб-адрес.");
        }
        boolean networksOwn = at.getScheme().equalsIgnoreCase(known.getScheme())
                && at.getAuthority().equals(known.getAuthority());
        try {
            if (!networksOwn && !PublicWeb.holds(host)) {
                throw new NetworkFault(Kind.NO_RIGHT, "Ссылка ведёт во внутреннюю сеть: по таким программа не ходит.");
            }
        } catch (UnknownHostException e) {
            throw new NetworkFault(Kind.TROUBLE, "Сайта с таким именем не нашлось.");
        }
    }
}
