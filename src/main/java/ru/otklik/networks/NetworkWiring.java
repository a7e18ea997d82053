package ru.otklik.networks;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NetworkSettings.class)
class NetworkWiring {

    /** Unless a demo says otherwise. */
    @Bean
    @Fallback
    Endpoints endpoints(NetworkSettings settings) {
        return settings::apiOf;
    }
}
