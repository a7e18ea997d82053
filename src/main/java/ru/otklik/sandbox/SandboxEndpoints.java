package ru.otklik.sandbox;

import java.net.URI;
import java.util.Set;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import ru.otklik.networks.Endpoints;
import ru.otklik.networks.NetworkSettings;

/** While the demo is on, networks that the sandbox speaks for are here; what was set by hand is where it was set. */
@Component
@Conditional(WhenDemo.class)
class SandboxEndpoints implements Endpoints {

    private static final Set<String> HERE = Set.of("vk", "telegram");

    private final NetworkSettings settings;
    private final Environment environment;

    SandboxEndpoints(NetworkSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    @Override
    public URI of(String network) {
        return settings.api().containsKey(network) || !HERE.contains(network)
                ? settings.apiOf(network)
                : URI.create("http://127.0.0.1:%s/sandbox/%s/%s"
                        .formatted(port(), network, network.equals("vk") ? "method/" : ""));
    }

    @Override
    public String page(String link) {
        return SandboxLinks.page(link).orElse(link);
    }

    /** The server chooses it when it is set to 0, so it is asked late. */
    private String port() {
        return environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
    }
}
