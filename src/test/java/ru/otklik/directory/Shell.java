package ru.otklik.directory;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that a test moves, instead of the one of the product. */
@TestConfiguration(proxyBeanMethods = false)
class Shell {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }
}
