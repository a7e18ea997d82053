package ru.otklik.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says on the console that the product is up and where. */
@Component
@ConditionalOnWebApplication
@Profile("!test")
class Announcement {

    private final ObjectProvider<Greeting> greetings;

    Announcement(ObjectProvider<Greeting> greetings) {
        this.greetings = greetings;
    }

    @EventListener
    void say(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            System.out.println("Отклик работает: http://localhost:"
                    + context.getWebServer().getPort());
            greetings.orderedStream().flatMap(g -> g.lines().stream()).forEach(System.out::println);
            System.out.println("Остановить: Ctrl+C");
        }
    }
}
