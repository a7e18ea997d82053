package ru.otklik.detection;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import ru.otklik.detection.models.Models;
import ru.otklik.region.Region;

@Configuration(proxyBeanMethods = false)
class DetectionWiring {

    @Bean
    Models models(Environment environment) {
        return new Models(Path.of(environment.getRequiredProperty("otklik.home")));
    }

    @Bean
    FirstAssessment firstAssessment(Region region, Models models, KnownAuthorities authorities, PastDecisions past) {
        return FirstAssessment.of(region, models, authorities, past);
    }
}
