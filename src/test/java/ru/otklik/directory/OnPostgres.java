package ru.otklik.directory;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import ru.otklik.database.OtklikTest;

/** The whole application on a port of its own, one real server for all, a made-up region of three authorities, the demo on. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@OtklikTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"otklik.region=zarechye", "otklik.demo=true"})
@Import(Shell.class)
public @interface OnPostgres {}
