package ru.otklik.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was typed after {@code deadline}. */
final class DeadlineWords {

    private DeadlineWords() {}

    /** @return what is wrong with the call, or null */
    static @Nullable String read(List<String> arguments, Map<String, String> given) {
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            boolean option = word.startsWith("--");
            if (option && !List.of("--from", "--batch", "--region").contains(word)) {
                return "Неизвестный ключ «" + word + "».";
            }
            if (option && i + 1 == arguments.size()) {
                return "После «" + word + "» нужно значение.";
            }
            if (given.put(option ? word : "", option ? arguments.get(++i) : word) != null) {
                return "«" + word + "» — лишнее.";
            }
        }
        boolean one = given.containsKey("") && given.containsKey("--from");
        boolean many = given.containsKey("--batch");
        if (one == many || many && (given.containsKey("") || given.containsKey("--from"))) {
            return "Нужны либо срок и --from, либо --batch.";
        }
        return null;
    }
}
