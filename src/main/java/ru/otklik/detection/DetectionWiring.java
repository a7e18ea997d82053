package ru.otklik.detection;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.otklik.region.Region;

@Configuration
@EnableConfigurationProperties(DetectionWiring.Settings.class)
class DetectionWiring {

    /**
     * @param region whose data are used; null for the region of the installation
     * @param directory where an administrator keeps own files of the region; they win over those of the program
     */
    @ConfigurationProperties("otklik.detection")
    record Settings(@Nullable String region, @Nullable Path directory) {}

    @Bean
    FirstAssessment firstAssessment(Settings settings, Region installed) {
        String region = settings.region() == null ? installed.name() : settings.region();
        Path directory = settings.directory();
        return directory == null ? FirstAssessment.ofRegion(region) : FirstAssessment.of(directory, region);
    }
}
