package ru.otklik.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import ru.otklik.kernel.Outcome;

/** A command whose answer is a text or a refusal. */
record AccountCommand(
        String name,
        String summary,
        String usage,
        Set<String> options,
        BiFunction<Options, PrintStream, Outcome<?>> work)
        implements Command {

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        return Options.of(arguments, options)
                .fold(
                        given -> work.apply(given, out).fold(done -> OK, no -> {
                            err.println(no.sentence());
                            if (no.code().equals("usage")) {
                                err.println("Так: ./otklik " + usage);
                                return USAGE;
                            }
                            return FAILED;
                        }),
                        no -> {
                            err.println(no.sentence());
                            err.println("Так: ./otklik " + usage);
                            return USAGE;
                        });
    }
}
