package ru.otklik.networks.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import ru.otklik.networks.Access;
import ru.otklik.networks.Heard;
import ru.otklik.networks.Lane;
import ru.otklik.networks.NetworkSettings;
import ru.otklik.networks.Place;
import ru.otklik.networks.http.Http;
import ru.otklik.networks.http.Pace;

/** The adapter as it is wired, and a site in the inner network. */
final class FeedAtStandIn implements AutoCloseable {

    final FeedStandIn site = new FeedStandIn();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    final FeedNetwork network;

    FeedAtStandIn(boolean inside) {
        context.registerBean(
                NetworkSettings.class,
                () -> new NetworkSettings(
                        Map.of(), Map.of("feed", 1000), Duration.ofSeconds(2), Duration.ofSeconds(5)));
        context.registerBean(FeedSettings.class, () -> new FeedSettings(inside));
        context.registerBean(Clock.class, () -> Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC));
        context.register(Http.class, Pace.class, FeedFetch.class, FeedItems.class, FeedNetwork.class);
        context.refresh();
        network = context.getBean(FeedNetwork.class);
    }

    Place place(String path) {
        return new Place("feed", "feed", site.at(path), "Новости", site.at(path));
    }

    Heard listen(String path, String cursor, int most) {
        return network.listen(new Lane(List.of(place(path)), cursor, Access.NONE, Instant.EPOCH, most));
    }

    @Override
    public void close() {
        context.close();
        site.close();
    }
}
