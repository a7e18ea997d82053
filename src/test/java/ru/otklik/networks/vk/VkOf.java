package ru.otklik.networks.vk;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import ru.otklik.networks.Endpoints;
import ru.otklik.networks.Network;
import ru.otklik.networks.NetworkSettings;
import ru.otklik.networks.http.Http;
import ru.otklik.networks.http.Pace;
import tools.jackson.databind.json.JsonMapper;

/** The adapter with what it needs and no more. */
final class VkOf {

    private VkOf() {}

    static Network at(URI api) {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(
                NetworkSettings.class,
                () -> new NetworkSettings(Map.of(), Map.of("vk", 1000), Duration.ofSeconds(2), Duration.ofSeconds(5)));
        context.registerBean(Endpoints.class, () -> network -> api);
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.registerBean(Clock.class, Clock::systemUTC);
        context.register(Http.class, Pace.class, VkNetwork.class);
        context.refresh();
        return context.getBean(Network.class);
    }
}
