package ru.otklik.publication;

import java.time.Clock;
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
@EnableConfigurationProperties(PublicationWiring.Settings.class)
@ConditionalOnProperty("otklik.background")
class PublicationWiring {

    /** @param threads so many answers are sent at a time; each mostly waits for its network */
    @ConfigurationProperties("otklik.publication")
    record Settings(@DefaultValue("4") int threads) {}

    @Bean
    Loop sendAnswers(Sending sending, OutboxRows rows, Node node, Settings settings, Clock clock) {
        rows.release(node.id(), clock.instant());
        return new Loop("send", settings.threads(), Duration.ofMillis(500), () -> sending.turn(node));
    }

    @Bean
    Loop lookAgain(Looking looking) {
        return new Loop("look", 1, Duration.ofSeconds(5), looking::turn);
    }
}
