package ru.otklik.calendar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import ru.otklik.database.OtklikTest;
import ru.otklik.directory.MovableClock;

/** The application on a port with a clock, a home and a calendar that nobody else reads. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@OtklikTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"otklik.demo=true", "otklik.home=" + WithCalendar.HOME})
@Import(WithCalendar.Watch.class)
@interface WithCalendar {

    String HOME = "target/calendar-home";

    @TestConfiguration(proxyBeanMethods = false)
    class Watch {
        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }
}
