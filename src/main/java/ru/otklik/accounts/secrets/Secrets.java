package ru.otklik.accounts.secrets;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import ru.otklik.accounts.secrets.SecretRows.Row;
import ru.otklik.directory.Person;

/** Keeps the secrets of accounts and gives them out to whoever speaks to a network, and to nobody else. */
@Service
public class Secrets {

    /**
     * That there is one, and nothing of it.
     *
     * @param trouble why it cannot be read, a sentence; empty when it can
     */
    public record Kept(String name, Instant setAt, String setBy, String trouble) {}

    private final SecretRows rows;
    private final Keys keys;
    private final Clock clock;

    Secrets(SecretRows rows, Keys keys, Clock clock) {
        this.rows = rows;
        this.keys = keys;
        this.clock = clock;
    }

    /** @throws SecretsUnreadable when the key is not there or is not the one */
    public Map<String, String> open(int account) {
        try {
            return openAll(account);
        } catch (SecretsUnreadable e) {
            return openAll(account); // a rotation may have ended between the look at the rows and that at the keys
        }
    }

    private Map<String, String> openAll(int account) {
        Map<String, String> open = new HashMap<>();
        rows.list(account).forEach(row -> open.put(row.name(), open(row)));
        return open;
    }

    public List<Kept> list(int account) {
        return rows.list(account).stream()
                .map(row -> new Kept(row.name(), row.setAt(), row.setBy(), troubleWith(row)))
                .toList();
    }

    /** In the transaction of the change. */
    public void put(int account, NewSecrets secrets, @Nullable Person by) {
        if (secrets.isEmpty()) {
            return;
        }
        rows.lock();
        secrets.dropped().forEach(name -> rows.delete(account, name));
        if (!secrets.given().isEmpty()) {
            SealingKey key = keys.sealing();
            secrets.given()
                    .forEach((name, secret) ->
                            rows.put(account, name, key.seal(secret, bound(account, name)), clock.instant(), by));
        }
    }

    /** What is wrong with the keys themselves, a sentence; empty when every secret has its key. */
    public Optional<String> trouble() {
        try {
            var known = keys.list().stream().map(SealingKey::id).toList();
            return rows.keyIds().stream()
                    .filter(id -> !known.contains(id))
                    .map(this::noKey)
                    .findFirst();
        } catch (SecretsUnreadable e) {
            return Optional.of(e.sentence());
        }
    }

    String open(Row row) {
        SealingKey key = keys.find(row.sealed().keyId())
                .orElseThrow(() -> new SecretsUnreadable(noKey(row.sealed().keyId()), null));
        try {
            return key.open(row.sealed(), bound(row.account(), row.name()));
        } catch (GeneralSecurityException e) {
            throw new SecretsUnreadable(
                    "Секрет учётной записи № %d в базе данных испорчен или подменён: задайте его заново."
                            .formatted(row.account()),
                    e);
        }
    }

    private String troubleWith(Row row) {
        try {
            open(row);
            return "";
        } catch (SecretsUnreadable e) {
            return e.sentence();
        }
    }

    private String noKey(String id) {
        return keys.fromEnvironment()
                ? ("Токены зашифрованы ключом %s, а в " + Keys.VARIABLE
                                + " его нет: верните его или задайте токены заново.")
                        .formatted(id)
                : "Токены зашифрованы ключом %s, а в файле secrets.key его нет: верните файл из резервной копии или задайте токены заново."
                        .formatted(id);
    }

    static String bound(int account, String name) {
        return "account " + account + " " + name;
    }
}
