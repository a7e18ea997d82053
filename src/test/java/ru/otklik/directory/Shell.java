package ru.otklik.directory;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** What the shell of the application gives when it is there: a database, a clock, a way to draw pages. */
@TestConfiguration(proxyBeanMethods = false)
class Shell {

    private static @Nullable EmbeddedPostgres server;

    @Bean
    JdbcConnectionDetails database() {
        String url = server().getJdbcUrl("postgres", "postgres");
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "postgres";
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }

    @Bean
    @ConditionalOnMissingBean(Clock.class)
    MovableClock clock() {
        return new MovableClock();
    }

    @Bean
    ViewResolver templates() {
        TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
        return new Templates(engine);
    }

    private record Templates(TemplateEngine engine) implements ViewResolver, Ordered {
        @Override
        public @Nullable View resolveViewName(String name, java.util.Locale locale) {
            if (!engine.hasTemplate(name + ".jte")) {
                return null;
            }
            return new View() {
                @Override
                public String getContentType() {
                    return "text/html;charset=UTF-8";
                }

                @Override
                public void render(
                        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                        throws IOException {
                    var output = new Utf8ByteOutput();
                    engine.render(name + ".jte", new HashMap<String, Object>(model == null ? Map.of() : model), output);
                    response.setContentType(getContentType());
                    output.writeTo(response.getOutputStream());
                }
            };
        }

        @Override
        public int getOrder() {
            return 0;
        }
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }
}
