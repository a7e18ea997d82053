package ru.otklik.region;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.otklik.regulation.Regulations;

/** The region that this installation works for, read once at the start: a wrong file of it stops the start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RegionWiring.Settings.class)
class RegionWiring {

    /**
     * @param region its name
     * @param regionDir a directory of regions that goes before those of the application
     */
    @ConfigurationProperties("otklik")
    record Settings(@Nullable String region, @Nullable String regionDir) {}

    @Bean
    Region region(Settings settings) {
        return Region.of(settings.region(), settings.regionDir());
    }

    /** As the files say; with what the administrator has loaded it is {@code calendar.WorkingTimes}. */
    @Bean
    WorkingTimeSettings workingTimeSettings(Region region) {
        return region.workingTime();
    }

    @Bean
    Regulations regulations(Region region) {
        return region.regulations();
    }
}
