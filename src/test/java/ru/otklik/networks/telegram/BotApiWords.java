package ru.otklik.networks.telegram;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which words of the Bot API are known here: methods with their parameters, types with their fields. */
final class BotApiWords {

    private static final Map<String, Set<String>> KNOWN = read();

    private BotApiWords() {}

    /** @throws IllegalArgumentException for a word that the Bot API does not have in this place */
    static <V> Map<String, V> checked(String place, Map<String, V> said) {
        Set<String> known = KNOWN.get(place);
        if (known == null || !known.containsAll(said.keySet())) {
            throw new IllegalArgumentException("%s has no %s".formatted(place, said.keySet()));
        }
        return said;
    }

    private static Map<String, Set<String>> read() {
        try (var in = BotApiWords.class.getResourceAsStream("bot-api.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ")))
                    .collect(toUnmodifiableMap(w -> w.get(0), w -> Set.copyOf(w.subList(1, w.size()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
