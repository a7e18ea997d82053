package ru.otklik.cli;

import java.io.PrintStream;
import java.util.List;

/** One command of {@code ./otklik}. Says everything in plain Russian; never prints a stack trace. */
interface Command {

    int OK = 0;
    /** The command ran and the answer is no: broken rows, a broken chain. */
    int FAILED = 1;
    /** The command was called wrongly; nothing was done. */
    int USAGE = 2;

    /** As typed: {@code deadline}, {@code token create}. */
    String name();

    /** One line for {@code ./otklik help}. */
    String summary();

    /** @return the exit code of the process */
    int run(List<String> arguments, PrintStream out, PrintStream err);
}
