package ru.otklik.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Finds the command that the words name and runs it. Plain commands run at once; the others are beans, and only for
 * them the application starts, without its web server and background work.
 */
public final class Commands {

    /** Commands that need neither the database nor Spring. */
    static final List<Command> PLAIN = Stream.concat(
                    Stream.of(new HelpCommand(), new DeadlineCommand()), DetectCommand.all().stream())
            .toList();

    private Commands() {}

    /** @return the exit code of the process */
    public static int run(
            List<String> words,
            PrintStream out,
            PrintStream err,
            Supplier<? extends ConfigurableApplicationContext> application) {
        var name = named(words);
        if (name.isEmpty()) {
            err.println("Нет такой команды: " + String.join(" ", words) + ". Список команд: ./otklik help");
            return Command.USAGE;
        }
        var arguments = words.subList(name.get().split(" ").length, words.size());
        var plain = find(PLAIN, name.get());
        if (plain.isPresent()) {
            return plain.get().run(arguments, out, err);
        }
        try (var context = application.get()) {
            return find(List.copyOf(context.getBeansOfType(Command.class).values()), name.get())
                    .orElseThrow(() -> new IllegalStateException("No bean for the command " + name.get()))
                    .run(arguments, out, err);
        }
    }

    private static Optional<Command> find(List<Command> commands, String name) {
        return commands.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** The longest known name that the words begin with: {@code token create} before {@code token}. */
    private static Optional<String> named(List<String> words) {
        var line = String.join(" ", words) + " ";
        return names().stream().filter(n -> line.startsWith(n + " ")).max(Comparator.comparingInt(String::length));
    }

    /** What {@code ./otklik help} shows; the script prints the same file without Java. */
    static String help() {
        try (InputStream text = Commands.class.getResourceAsStream("/cli/help.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every command line of the help is two spaces, the name, two or more spaces, the summary. */
    static List<String> names() {
        return help().lines()
                .filter(l -> l.startsWith("  ") && !l.startsWith("   "))
                .map(l -> l.strip().split("  +", 2)[0])
                .toList();
    }
}
