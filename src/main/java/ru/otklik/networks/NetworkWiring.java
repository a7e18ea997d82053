package ru.otklik.networks;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NetworkSettings.class)
class NetworkWiring {

    /** Until there is a register of accounts. */
    @Bean
    @Fallback
    Voices noVoices() {
        return new Voices() {
            @Override
            public java.util.Optional<Voice> forAnswer(String network, int authority) {
                return java.util.Optional.empty();
            }

            @Override
            public java.util.List<Voice> list(String network) {
                return java.util.List.of();
            }

            @Override
            public Access access(int account) {
                return Access.NONE;
            }

            @Override
            public java.util.Optional<String> silence(int account) {
                return java.util.Optional.empty();
            }

            @Override
            public boolean isOurs(String network, String authorId) {
                return false;
            }

            @Override
            public void failed(int account, NetworkFault fault) {}
        };
    }

    /** Unless a demo says otherwise. */
    @Bean
    @Fallback
    Endpoints endpoints(NetworkSettings settings) {
        return settings::apiOf;
    }
}
