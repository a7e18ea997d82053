package ru.otklik.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import ru.otklik.database.OtklikTest;

@OtklikTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({ErrorPagesTest.OpenDoors.class, ErrorPagesTest.Trouble.class})
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ErrorPagesTest {

    @LocalServerPort
    int port;

    @Test
    void a_bug_is_a_page_with_a_number_that_is_in_the_log() throws Exception {
        var log = (Logger) LoggerFactory.getLogger(ErrorPages.class);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        log.addAppender(lines);
        var page = get("/trouble/bug", 500);
        log.detachAppender(lines);

        assertThat(page)
                .contains("<html lang=\"ru\">", "Внутренняя ошибка", "К содержанию")
                .doesNotContain("secret detail");
        var number = page.replaceAll("(?s).*<strong>([0-9A-F]{8})</strong>.*", "$1");
        assertThat(lines.list).singleElement().satisfies(e -> {
            assertThat(e.getFormattedMessage()).contains(number);
            assertThat(e.getThrowableProxy().getMessage()).contains("secret detail");
        });
    }

    @Test
    void what_is_not_there_says_so() throws Exception {
        assertThat(get("/trouble/nothing", 404)).contains("Страница не найдена");
    }

    @Test
    void what_is_not_allowed_says_so() throws Exception {
        assertThat(get("/trouble/closed", 403)).contains("Нет доступа");
    }

    @Test
    void the_styles_and_scripts_of_the_layout_are_served() throws Exception {
        get("/webjars/tabler__core/dist/css/tabler.min.css", 200);
        get("/webjars/htmx.org/dist/htmx.min.js", 200);
        get("/web/otklik.css", 200);
        get("/web/icon.svg", 200);
    }

    private String get(String path, int status) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Accept", "text/html")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        return answer.body();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class OpenDoors {
        @Bean
        @Order(0)
        SecurityFilterChain open(HttpSecurity http) {
            return http.securityMatcher("/trouble/**", "/webjars/**", "/web/**", "/error")
                    .authorizeHttpRequests(a -> a.anyRequest().permitAll())
                    .build();
        }
    }

    @Controller
    static class Trouble {
        @GetMapping("/trouble/bug")
        String bug() {
            throw new IllegalStateException("secret detail");
        }

        @GetMapping("/trouble/closed")
        String closed() {
            throw new AccessDeniedException("closed");
        }
    }
}
