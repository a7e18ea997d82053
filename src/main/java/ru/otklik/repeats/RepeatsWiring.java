package ru.otklik.repeats;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.otklik.background.Loop;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RepeatsWiring.Settings.class)
class RepeatsWiring {

    /**
     * @param within how far back the same author repeats a matter
     * @param apart a silence longer than this ends an event
     * @param people from how many an event is proposed
     * @param alike from which share of common text a message is shown as nearly the same
     * @param worn an answer given so often is warned of
     * @param fresh so long a burst is a signal
     */
    @ConfigurationProperties("otklik.repeats")
    record Settings(
            @DefaultValue("365d") Duration within,
            @DefaultValue("3d") Duration apart,
            @DefaultValue("3") int people,
            @DefaultValue("0.5") double alike,
            @DefaultValue("5") int worn,
            @DefaultValue("24h") Duration fresh) {}

    @Bean
    @ConditionalOnProperty("otklik.background")
    Loop hearRepeats(Hearing hearing) {
        return new Loop("repeats", 1, Duration.ofSeconds(1), hearing::turn);
    }

    @Bean
    @ConditionalOnProperty("otklik.background")
    Loop watchBursts(Bursts bursts) {
        return new Loop("bursts", 1, Duration.ofMinutes(1), bursts::turn);
    }
}
