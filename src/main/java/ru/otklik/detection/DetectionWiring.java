package ru.otklik.detection;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.otklik.region.Region;

@Configuration(proxyBeanMethods = false)
class DetectionWiring {

    @Bean
    FirstAssessment firstAssessment(Region region, KnownAuthorities authorities) {
        return FirstAssessment.of(region, new Models(Path.of(System.getProperty("otklik.home", "data"))), authorities);
    }
}
