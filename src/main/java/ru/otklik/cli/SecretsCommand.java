package ru.otklik.cli;

import java.io.PrintStream;
import java.util.List;
import org.springframework.stereotype.Component;
import ru.otklik.accounts.Tokens;

@Component
class SecretsCommand implements Command {

    private final Tokens tokens;

    SecretsCommand(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public String name() {
        return "secrets rotate";
    }

    @Override
    public String summary() {
        return "сменить ключ, которым зашифрованы токены сетей";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (!arguments.isEmpty()) {
            err.println("У команды secrets rotate нет параметров.");
            return USAGE;
        }
        return tokens.rotate()
                .fold(
                        done -> {
                            out.println(done);
                            return OK;
                        },
                        no -> {
                            err.println(no.sentence());
                            return FAILED;
                        });
    }
}
