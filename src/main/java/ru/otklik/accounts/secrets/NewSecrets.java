package ru.otklik.accounts.secrets;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.Access;

/**
 * Secrets as typed; those not named stay as they are. Its text shows no secret.
 *
 * @param given by name
 * @param dropped names of those that are to go
 */
public record NewSecrets(Map<String, String> given, Set<String> dropped) {

    public static final NewSecrets NONE = new NewSecrets(Map.of(), Set.of());

    public NewSecrets {
        given = Map.copyOf(given);
        dropped = Set.copyOf(dropped);
    }

    public boolean isEmpty() {
        return given.isEmpty() && dropped.isEmpty();
    }

    /** With what is spoken to the network once they are saved. */
    public Access access(@Nullable String account, Map<String, String> saved) {
        var all = new HashMap<>(saved);
        all.keySet().removeAll(dropped);
        all.putAll(given);
        return new Access(account, all);
    }

    @Override
    public String toString() {
        return "NewSecrets[given=%s, dropped=%s]".formatted(given.keySet(), dropped);
    }
}
