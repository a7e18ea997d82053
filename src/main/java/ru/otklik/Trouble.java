package ru.otklik;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;
import ru.otklik.database.StartRefused;
import ru.otklik.region.BadRegionFile;

/** Says why the product did not start, in one sentence; the whole story is in the log. */
final class Trouble {

    private Trouble() {}

    static String sentence(Throwable trouble) {
        return Stream.iterate(trouble, t -> t != null, Throwable::getCause)
                .flatMap(t -> known(t).stream())
                .findFirst()
                .orElseGet(() -> unknown(trouble));
    }

    private static Optional<String> known(Throwable t) {
        if (t instanceof StartRefused refused) {
            return Optional.ofNullable(refused.getMessage());
        }
        if (t instanceof PortInUseException port) {
            return Optional.of("Порт " + port.getPort()
                    + " занят другой программой: остановите её или задайте другой порт, например OTKLIK_PORT="
                    + (port.getPort() + 1) + ".");
        }
        if (t instanceof WebServerException) {
            return Optional.of("Порт не открылся: OTKLIK_PORT — число от 1 до 65535, а порты до 1024 открывает только"
                    + " root; причина записана в " + log() + ".");
        }
        if (t instanceof BadRegionFile file) {
            return Optional.ofNullable(file.getMessage());
        }
        if (t instanceof InvalidConfigurationPropertyValueException setting) {
            return Optional.of("Настройка %s не может быть «%s»: исправьте её или уберите."
                    .formatted(variable(setting.getName()), setting.getValue()));
        }
        if (t instanceof FlywayException) {
            return Optional.of("Не удалось обновить таблицы базы данных; причина записана в " + log() + ".");
        }
        return Optional.empty();
    }

    /** As a person sets it. */
    private static String variable(String property) {
        return property.equals("server.port")
                ? "OTKLIK_PORT"
                : property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    private static String unknown(Throwable trouble) {
        LoggerFactory.getLogger(Trouble.class).error("Not started", trouble);
        return "Отклик не запустился из-за внутренней ошибки ("
                + trouble.getClass().getSimpleName() + "); подробности в " + log() + ".";
    }

    private static String log() {
        return HomeDirectory.path().resolve("logs").toString();
    }
}
