package ru.otklik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;
import ru.otklik.region.Region;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TroubleTest {

    @Test
    void a_bad_file_of_the_region_is_named_however_deep_it_lies() {
        Throwable bad = catchThrowable(() -> Region.named("atlantis").workingTime());
        assertThat(said(bad)).isEqualTo(bad.getMessage()).contains("regions/atlantis/working-time.yml");
    }

    @Test
    void a_setting_that_cannot_be_is_named_as_a_person_sets_it() {
        assertThat(said(new InvalidConfigurationPropertyValueException("server.port", "abc", "no number")))
                .isEqualTo("Настройка OTKLIK_PORT не может быть «abc»: исправьте её или уберите.");
        assertThat(said(new InvalidConfigurationPropertyValueException("otklik.demo", "maybe", "no boolean")))
                .contains("OTKLIK_DEMO", "«maybe»");
    }

    @Test
    void a_port_in_use_and_a_port_that_does_not_open_are_two_sentences() {
        assertThat(said(new PortInUseException(8080))).startsWith("Порт 8080 занят другой программой");
        assertThat(said(new WebServerException("port out of range", new IllegalArgumentException())))
                .startsWith("Порт не открылся: OTKLIK_PORT — число от 1 до 65535");
    }

    private static String said(Throwable cause) {
        return Trouble.sentence(new IllegalStateException("outer", new IllegalStateException("inner", cause)));
    }
}
