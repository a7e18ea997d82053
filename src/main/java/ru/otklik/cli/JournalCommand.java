package ru.otklik.cli;

import java.io.PrintStream;
import java.util.List;
import org.springframework.stereotype.Component;
import ru.otklik.casebook.JournalAudit;

@Component
class JournalCommand implements Command {

    private final JournalAudit audit;

    JournalCommand(JournalAudit audit) {
        this.audit = audit;
    }

    @Override
    public String name() {
        return "journal verify";
    }

    @Override
    public String summary() {
        return "проверить целостность журнала";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (!arguments.isEmpty()) {
            err.println("У команды journal verify нет параметров.");
            return USAGE;
        }
        var result = audit.verify(n -> err.println("Проверено инцидентов: " + n));
        if (result.broken().isPresent()) {
            out.println("Журнал нарушен. " + result.broken().get());
            return FAILED;
        }
        out.println("Журнал цел: инцидентов %d, записей %d.".formatted(result.incidents(), result.entries()));
        return OK;
    }
}
