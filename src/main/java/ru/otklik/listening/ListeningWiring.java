package ru.otklik.listening;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.otklik.background.Loop;
import ru.otklik.background.Node;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ListeningWiring.Settings.class)
class ListeningWiring {

    /** @param threads so many lanes are heard at a time; each mostly waits for its network */
    @ConfigurationProperties("otklik.listening")
    record Settings(@DefaultValue("6") int threads) {}

    @Bean
    @ConditionalOnProperty("otklik.background")
    Loop hearNetworks(Listening listening, LaneRows lanes, Node node, Settings settings) {
        lanes.release(node.id());
        return new Loop("hear", settings.threads(), Duration.ofMillis(500), () -> listening.turn(node));
    }
}
