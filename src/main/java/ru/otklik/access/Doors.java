package ru.otklik.access;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import ru.otklik.directory.People;
import ru.otklik.kernel.Role;

/** Two doors: tokens for {@code /api}, a session for the pages. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@EnableConfigurationProperties(AccessSettings.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class Doors {

    /** Tabler draws its small signs from {@code data:} images; everything else is ours, and nothing is inline. */
    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String[] OPEN = {
        "/login",
        "/web/**",
        "/webjars/**",
        "/css/**",
        "/js/**",
        "/img/**",
        "/favicon.ico",
        "/favicon.svg",
        "/actuator/health/**",
        "/sandbox/**",
        "/hooks/**"
    };

    /** The centre keeps them itself (decree 2.1). */
    private static final String[] COMPETENCES = {"/admin/competences", "/admin/competences.csv", "/admin/competences/**"
    };

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ApiTokens tokens, Clock clock) {
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new TokenFilter(tokens, clock), AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(Denials::noToken).accessDeniedHandler(Denials::noRight))
                .authorizeHttpRequests(r -> r.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/api/docs/**", "/api/swagger-ui/**") // what may be asked, and no data
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, SignIn signIn, People people) {
        String administrator = Role.ADMINISTRATOR.name();
        return http.authenticationProvider(signIn)
                .csrf(c -> c.ignoringRequestMatchers("/hooks/**")) // networks call there, with secrets of their own
                .formLogin(f -> f.loginPage("/login").failureHandler(SignInPage::failed))
                .logout(l -> l.logoutSuccessUrl("/login?out"))
                // the demo's networks are called by programs, as the real ones are
                .csrf(c -> c.ignoringRequestMatchers("/sandbox/vk/**", "/sandbox/telegram/**"))
                .requestCache(c -> c.requestCache(wholePages()))
                .addFilterBefore(new StillHere(people), AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(Denials::signInFirst).accessDeniedHandler(Denials::refused))
                .headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(p -> p.policy(ReferrerPolicy.SAME_ORIGIN)))
                .authorizeHttpRequests(r -> r.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, COMPETENCES)
                        .hasAnyRole(administrator, Role.OPERATOR.name(), Role.CONTROLLER.name())
                        .requestMatchers(COMPETENCES)
                        .hasAnyRole(administrator, Role.OPERATOR.name())
                        .requestMatchers(HttpMethod.GET, "/admin/**")
                        .hasAnyRole(administrator, Role.CONTROLLER.name())
                        .requestMatchers("/admin/**", "/actuator/**")
                        .hasRole(administrator)
                        .requestMatchers("/import/**")
                        .hasAnyRole(Role.OPERATOR.name(), administrator)
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** After sign-in one returns to the page one wanted, never to a fragment or a stream of it. */
    private static HttpSessionRequestCache wholePages() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> {
            String accept = request.getHeader("Accept");
            return request.getMethod().equals("GET")
                    && accept != null
                    && accept.contains("text/html")
                    && !Denials.isFragment(request);
        });
        return cache;
    }
}
