package ru.otklik.accounts.open;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The public list has a door of its own: nobody is recognised there, so that what a cache keeps is the same for everybody,
 * and only its embedded form may stand in a page of another site.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class OpenDoor {

    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors ";

    @Bean
    @Order(0)
    SecurityFilterChain doorOfOpenList(HttpSecurity http) {
        return open(http.securityMatcher("/accounts", "/accounts.csv", "/accounts.json"), "'none'", false);
    }

    @Bean
    @Order(0)
    SecurityFilterChain doorOfEmbeddedList(HttpSecurity http) {
        return open(http.securityMatcher("/accounts/embed"), "*", true);
    }

    private static SecurityFilterChain open(HttpSecurity http, String ancestors, boolean framed) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(h -> {
                    h.contentSecurityPolicy(c -> c.policyDirectives(POLICY + ancestors))
                            .referrerPolicy(p -> p.policy(ReferrerPolicy.SAME_ORIGIN));
                    if (framed) {
                        h.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable);
                    }
                })
                .authorizeHttpRequests(r -> r.anyRequest().permitAll())
                .build();
    }
}
