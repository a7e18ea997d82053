package ru.otklik.detection;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(DetectionWiring.Settings.class)
class DetectionWiring {

    /**
     * @param region whose data are used
     * @param directory where an administrator keeps own files of the region; they win over those of the program
     */
    @ConfigurationProperties("otklik.detection")
    record Settings(
            @DefaultValue("stavropol") String region,
            @Nullable Path directory) {}

    @Bean
    FirstAssessment firstAssessment(Settings settings) {
        Path directory = settings.directory();
        return directory == null
                ? FirstAssessment.ofRegion(settings.region())
                : FirstAssessment.of(directory, settings.region());
    }
}
