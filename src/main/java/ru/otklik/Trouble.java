package ru.otklik;

import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;
import ru.otklik.database.StartRefused;

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
        if (t instanceof FlywayException) {
            return Optional.of("Не удалось обновить таблицы базы данных; причина записана в " + log() + ".");
        }
        return Optional.empty();
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
