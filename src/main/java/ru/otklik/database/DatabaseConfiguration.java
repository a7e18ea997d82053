package ru.otklik.database;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The pool depends on this bean, so that the server stops after the pool. Tests bring their own (profile test). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
@Profile("!test")
class DatabaseConfiguration {

    @Bean
    JdbcConnectionDetails database(DatabaseSettings settings) {
        return settings.external()
                ? ExternalDatabase.at(settings.url(), settings.user(), settings.password())
                : EmbeddedDatabase.open(settings.home(), settings.join());
    }
}
