package ru.otklik.pictures;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.otklik.background.Loop;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("otklik.background")
class PicturesWiring {

    @Bean
    Loop fetchPictures(Fetching fetching) {
        return new Loop("fetch", 2, Duration.ofSeconds(2), fetching::turn);
    }
}
