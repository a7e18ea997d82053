package ru.otklik.networks;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * With what a network is spoken to. Never logged: its text shows no secret.
 *
 * @param account the network's own id of the account that acts: a community of VK, a bot; null: nobody's
 * @param secrets by the names that each network gives them, such as {@link #TOKEN}
 */
public record Access(@Nullable String account, Map<String, String> secrets) {

    /** Acts for the account. */
    public static final String TOKEN = "token";
    /** Reads only, where a network wants another token for that. */
    public static final String READING = "reading";

    public static final Access NONE = new Access(null, Map.of());

    public Access {
        secrets = Map.copyOf(secrets);
    }

    public Optional<String> secret(String name) {
        return Optional.ofNullable(secrets.get(name)).filter(s -> !s.isBlank());
    }

    /** @throws NetworkFault when there is none */
    public String token() {
        return secret(TOKEN)
                .orElseThrow(
                        () -> new NetworkFault(NetworkFault.Kind.TOKEN_DEAD, "Для учётной записи не задан токен."));
    }

    @Override
    public String toString() {
        return "Access[account=%s, secrets=%s]".formatted(account, secrets.keySet());
    }
}
