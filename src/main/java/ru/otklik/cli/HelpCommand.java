package ru.otklik.cli;

import java.io.PrintStream;
import java.util.List;

final class HelpCommand implements Command {

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String summary() {
        return "показать этот список";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        out.print(Commands.help());
        return OK;
    }
}
