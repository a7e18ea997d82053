package ru.otklik.networks.max;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import ru.otklik.networks.Endpoints;
import ru.otklik.networks.NetworkSettings;
import ru.otklik.networks.http.Http;
import ru.otklik.networks.http.Pace;

/** The adapter as the product makes it, before another server. */
final class MaxAt {

    private MaxAt() {}

    static MaxNetwork base(URI base) {
        var settings = new NetworkSettings(
                Map.of("max", base), Map.of("max", 1000), Duration.ofSeconds(2), Duration.ofSeconds(5));
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(NetworkSettings.class, () -> settings);
        context.registerBean(Endpoints.class, () -> settings::apiOf);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.register(Http.class, Pace.class, MaxApi.class, MaxNetwork.class);
        context.refresh();
        return context.getBean(MaxNetwork.class);
    }
}
