package ru.otklik.accounts.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The keys there are: those of the environment, then those of the file. Read anew each time: a file of a few lines, and
 * the command that rotates is another process.
 */
@Component
@EnableConfigurationProperties(SecretSettings.class)
class Keys {

    static final String VARIABLE = "OTKLIK_SECRETS_KEY";

    private final SecretSettings settings;
    private final KeyFile file;

    Keys(SecretSettings settings) {
        this.settings = settings;
        this.file = new KeyFile(settings.home());
    }

    boolean fromEnvironment() {
        return !settings.key().isBlank();
    }

    /** The first one seals; all of them open. */
    List<SealingKey> list() {
        var keys = new ArrayList<>(environment());
        keys.addAll(file.read());
        return keys;
    }

    Optional<SealingKey> find(String id) {
        return list().stream().filter(k -> k.id().equals(id)).findFirst();
    }

    /** Makes the first key when there is none. */
    SealingKey sealing() {
        List<SealingKey> known = list();
        return known.isEmpty() ? file.alone(this::first) : known.get(0);
    }

    private SealingKey first() {
        List<SealingKey> known = file.read();
        if (known.isEmpty()) {
            file.write(List.of(SealingKey.random()));
        }
        return file.read().get(0);
    }

    /** A new key before the others: from now on it seals, and they still open. */
    SealingKey renew() {
        return file.alone(() -> {
            var keys = new ArrayList<>(file.read());
            keys.add(0, SealingKey.random());
            file.write(keys);
            return keys.get(0);
        });
    }

    /** Only these stay in the file. */
    void keep(Set<String> ids) {
        file.alone(() -> {
            List<SealingKey> all = file.read();
            List<SealingKey> kept =
                    all.stream().filter(k -> ids.contains(k.id())).toList();
            if (!kept.isEmpty() && kept.size() < all.size()) {
                file.write(kept);
            }
            return kept;
        });
    }

    private List<SealingKey> environment() {
        if (!fromEnvironment()) {
            return List.of();
        }
        try {
            return List.of(settings.key().split(",")).stream()
                    .map(SealingKey::parse)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new SecretsUnreadable(
                    "В " + VARIABLE + " не ключ: нужны 32 байта в base64, например из openssl rand -base64 32.", e);
        }
    }
}
