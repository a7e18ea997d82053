package ru.otklik.accounts.secrets;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param home where {@code secrets.key} lies
 * @param key keys instead of that file, for several servers: base64 of 32 bytes each, by commas, the first one seals;
 *     looked at only when it is needed, so that a wrong one does not stop the product
 */
@Validated
@ConfigurationProperties("otklik.secrets")
record SecretSettings(@NotNull Path home, @DefaultValue("") String key) {

    @Override
    public String toString() {
        return "SecretSettings[home=" + home + "]";
    }
}
