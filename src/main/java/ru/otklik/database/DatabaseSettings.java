package ru.otklik.database;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the data are.
 *
 * @param home the directory of the embedded database
 * @param join whether to use the server of a running product instead of refusing
 * @param url of an external database; empty for the embedded one
 */
@Validated
@ConfigurationProperties("otklik.database")
record DatabaseSettings(
        @NotNull Path home,
        @DefaultValue("false") boolean join,
        @DefaultValue("") String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password) {

    boolean external() {
        return !url.isBlank();
    }
}
