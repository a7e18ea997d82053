package ru.otklik.access;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param attempts wrong passwords for one login from one address before it has to wait
 * @param attemptsWindow the time in which they are counted together
 * @param lockFor how long it has to wait
 */
@Validated
@ConfigurationProperties("otklik.access")
record AccessSettings(
        @Min(1) @DefaultValue("5") int attempts,
        @NotNull @DefaultValue("15m") Duration attemptsWindow,
        @NotNull @DefaultValue("5m") Duration lockFor) {}
