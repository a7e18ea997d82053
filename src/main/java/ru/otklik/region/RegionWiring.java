package ru.otklik.region;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.otklik.regulation.Regulations;

/** The region that this installation works for, read once at the start: a wrong file of it stops the start. */
@Configuration(proxyBeanMethods = false)
class RegionWiring {

    @Bean
    Region region() {
        return Region.configured();
    }

    @Bean
    WorkingTimeSettings workingTimeSettings(Region region) {
        return region.workingTime();
    }

    @Bean
    Regulations regulations(Region region) {
        return region.regulations();
    }
}
