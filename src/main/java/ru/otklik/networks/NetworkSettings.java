package ru.otklik.networks;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param api by network: where its API is, when not where its documentation says
 * @param perSecond by network: how many calls a second one token makes
 * @param connect how long a connection may take
 * @param answer how long an answer may take
 */
@ConfigurationProperties("otklik.networks")
public record NetworkSettings(
        @DefaultValue Map<String, URI> api,
        @DefaultValue Map<String, Integer> perSecond,
        @DefaultValue("5s") Duration connect,
        @DefaultValue("20s") Duration answer) {

    private static final Map<String, URI> DOCUMENTED = Map.of(
            "vk", URI.create("https://api.vk.com/method/"),
            "ok", URI.create("https://api.ok.ru/fb.do"),
            "telegram", URI.create("https://api.telegram.org/"),
            "max", URI.create("https://platform-api2.max.ru/"));

    /** Published limits: VK 20 of a community and 3 of a user, Telegram about 30, MAX 30; OK says none. */
    private static final Map<String, Integer> PACE = Map.of("vk", 3, "ok", 5, "telegram", 25, "max", 25, "feed", 5);

    public URI apiOf(String network) {
        URI set = api.get(network);
        return set != null ? set : DOCUMENTED.getOrDefault(network, URI.create("https://localhost/"));
    }

    public int paceOf(String network) {
        return perSecond.getOrDefault(network, PACE.getOrDefault(network, 5));
    }
}
