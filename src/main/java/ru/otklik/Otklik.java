package ru.otklik;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import ru.otklik.cli.Commands;

@SpringBootApplication
@ConfigurationPropertiesScan
public class Otklik {

    static final String COMMAND_SETTINGS = "--spring.config.name=application,command";

    public static void main(String[] args) {
        // the words are Russian whatever the locale of the terminal
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        var words = List.of(args);
        try {
            if (words.isEmpty() || words.get(0).equals("run")) {
                serve();
            } else {
                System.exit(Commands.run(words, System.out, System.err, Otklik::forCommand));
            }
        } catch (Throwable e) {
            System.err.println(Trouble.sentence(e));
            System.exit(1);
        }
    }

    private static void serve() {
        HomeDirectory.prepare();
        var application = new SpringApplication(Otklik.class);
        application.setBannerMode(Banner.Mode.OFF);
        var context = application.run();
        if (Boolean.getBoolean("otklik.training")) {
            // only to record which classes a start loads; closed by hand, as Java 17 records before its shutdown hooks
            context.close();
            System.exit(0);
        }
    }

    private static ConfigurableApplicationContext forCommand() {
        HomeDirectory.prepare();
        return commandApplication().run(COMMAND_SETTINGS);
    }

    /** What a command works in: everything but the web server and the background work, made when asked for. */
    static SpringApplication commandApplication() {
        var application = new SpringApplication(Otklik.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        return application;
    }
}
