package ru.otklik.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ru.otklik.kernel.Outcome;

/** {@code --name value} pairs, each name as often as it was given, and the words between them. */
record Options(Map<String, List<String>> named, List<String> words) {

    static Outcome<Options> of(List<String> arguments, Set<String> allowed) {
        Map<String, List<String>> named = new HashMap<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                words.add(argument);
            } else if (!allowed.contains(argument.substring(2))) {
                return Outcome.refused("unknown-option", "Нет такого параметра: " + argument);
            } else if (i + 1 == arguments.size()) {
                return Outcome.refused("no-value", "После %s нужно значение.".formatted(argument));
            } else {
                named.computeIfAbsent(argument.substring(2), n -> new ArrayList<>())
                        .add(arguments.get(++i));
            }
        }
        return Outcome.done(new Options(named, words));
    }

    Optional<String> find(String name) {
        return list(name).stream().findFirst();
    }

    List<String> list(String name) {
        return named.getOrDefault(name, List.of());
    }
}
