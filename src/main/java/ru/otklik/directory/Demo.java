package ru.otklik.directory;

import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Whether invented people may sign in with a public password. On by itself only with the embedded database;
 * {@code OTKLIK_DEMO=false} turns it off, and the demo people out with it.
 */
@Component
public class Demo {

    public static final String PASSWORD = "otklik-demo";

    private final boolean on;

    Demo(Environment environment) {
        this.on = isOn(environment);
    }

    public boolean isOn() {
        return on;
    }

    /** The same, before there are beans. */
    public static boolean isOn(Environment environment) {
        Boolean said = environment.getProperty("otklik.demo", Boolean.class);
        return said != null ? said : embedded(environment);
    }

    private static boolean embedded(Environment environment) {
        return Stream.of("otklik.database.url", "spring.datasource.url")
                .allMatch(url -> environment.getProperty(url, "").isBlank());
    }
}
