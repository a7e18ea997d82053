package ru.otklik.sandbox.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import ru.otklik.sandbox.WhenDemo;

/**
 * The line to a caller, which a trouble cuts: the socket is closed and not a byte is answered. No servlet can do that,
 * so the server's own request is left where a controller finds it.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(WhenDemo.class)
public class Line {

    private static final String NAME = Line.class.getName();

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> cuttable() {
        return factory -> factory.addEngineValves(new Cuttable());
    }

    /** The answer of the controller after this goes nowhere. */
    private static void cut(HttpServletRequest request) {
        if (request.getAttribute(NAME) instanceof Request server) {
            server.getCoyoteRequest().action(ActionCode.CLOSE_NOW, new IOException("cut by the sandbox"));
        }
    }

    /** @param done does what is asked; a mishap that the network has its own words for is told to it */
    public static ResponseEntity<byte[]> around(
            Troubles troubles,
            String network,
            Mishap.Way way,
            HttpServletRequest request,
            Function<@Nullable Mishap, ResponseEntity<byte[]>> done) {
        Mishap mishap = troubles.next(network, way).orElse(null);
        if (mishap == null) {
            return done.apply(null);
        }
        return switch (mishap) {
            case SLOW -> {
                LockSupport.parkNanos(troubles.slow(network).toNanos());
                yield done.apply(null);
            }
            case BROKEN -> page(500, "<html><body><h1>500 Internal Server Error</h1></body></html>");
            case NONSENSE -> page(200, "<!doctype html><html><body>Please stand by</body></html>");
            case CUT -> {
                cut(request);
                yield ResponseEntity.noContent().build();
            }
            case DONE_AND_CUT -> {
                var unheard = done.apply(null);
                cut(request);
                yield ResponseEntity.status(unheard.getStatusCode()).build();
            }
            default -> done.apply(mishap);
        };
    }

    private static ResponseEntity<byte[]> page(int status, String html) {
        return ResponseEntity.status(status)
                .contentType(MediaType.TEXT_HTML)
                .body(html.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static final class Cuttable extends ValveBase {

        Cuttable() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, jakarta.servlet.ServletException {
            if (request.getRequestURI().startsWith("/sandbox/")) {
                request.setAttribute(NAME, request);
            }
            getNext().invoke(request, response);
        }
    }
}
