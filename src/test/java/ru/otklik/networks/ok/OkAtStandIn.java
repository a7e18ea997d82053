package ru.otklik.networks.ok;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import ru.otklik.networks.Access;
import ru.otklik.networks.Endpoints;
import ru.otklik.networks.NetworkSettings;
import ru.otklik.networks.Place;
import ru.otklik.networks.http.Http;
import ru.otklik.networks.http.Pace;

/** The adapter as it is wired, spoken to the stand-in. */
final class OkAtStandIn implements AutoCloseable {

    static final Access ACCESS = new Access(
            "777",
            Map.of(
                    Access.TOKEN, OkStandIn.TOKEN,
                    OkCalls.APPLICATION_KEY, OkStandIn.APPLICATION,
                    OkCalls.APPLICATION_SECRET_KEY, OkStandIn.SECRET));
    static final Place PLACE =
            new Place("ok", "group", OkStandIn.GROUP, "Ставрополье", "https://ok.ru/group/" + OkStandIn.GROUP);

    final OkStandIn ok = new OkStandIn();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    final OkNetwork network;

    OkAtStandIn(boolean oldAnswering) {
        context.registerBean(
                NetworkSettings.class,
                () -> new NetworkSettings(Map.of(), Map.of("ok", 1000), Duration.ofSeconds(2), Duration.ofSeconds(5)));
        context.registerBean(OkSettings.class, () -> new OkSettings(oldAnswering));
        context.registerBean(Endpoints.class, () -> n -> ok.address());
        context.registerBean(Clock.class, Clock::systemUTC);
        context.register(Http.class, Pace.class, OkCalls.class, OkDiscussions.class, OkNetwork.class);
        context.refresh();
        network = context.getBean(OkNetwork.class);
    }

    @Override
    public void close() {
        context.close();
        ok.close();
    }
}
