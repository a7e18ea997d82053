package ru.otklik.detection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.otklik.region.Region;

@Configuration(proxyBeanMethods = false)
class DetectionWiring {

    @Bean
    FirstAssessment firstAssessment(Region region) {
        return FirstAssessment.of(region);
    }
}
