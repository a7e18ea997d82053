package ru.otklik.sandbox.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
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
    static void cut(HttpServletRequest request) {
        if (request.getAttribute(NAME) instanceof Request server) {
            server.getCoyoteRequest().action(ActionCode.CLOSE_NOW, new IOException("cut by the sandbox"));
        }
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
