package ru.otklik.accounts.secrets;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.accounts.secrets.SecretRows.Row;
import ru.otklik.kernel.Outcome;

/**
 * A new key for all secrets. At every moment each row has its key: first the file gets the new key before the old ones,
 * then one transaction seals everything anew, and only what no row needs any more leaves the file. Killed in between, both
 * keys stay, and the next rotation tidies up. A product that runs meanwhile looks into the file under the same lock, so
 * what it writes is either seen by the rotation or sealed with the new key.
 */
@Service
public class Rotation {

    private final SecretRows rows;
    private final Secrets secrets;
    private final Keys keys;
    private final TransactionTemplate transaction;

    Rotation(SecretRows rows, Secrets secrets, Keys keys, TransactionTemplate transaction) {
        this.rows = rows;
        this.secrets = secrets;
        this.keys = keys;
        this.transaction = transaction;
    }

    /** A sentence of what was done; the key itself is never told. */
    public Outcome<String> rotate() {
        try {
            // before anything is written: a row that cannot be read would be lost with its key
            rows.list().forEach(secrets::open);
            boolean ours = !keys.fromEnvironment();
            SealingKey key = ours ? keys.renew() : keys.sealing();
            int sealed = sealAll(key);
            if (ours) {
                dropUnused(key);
            }
            return sealed == 0 && !ours ? nothingToDo() : Outcome.done(sentence(sealed, ours));
        } catch (SecretsUnreadable e) {
            return Outcome.refused("secrets-unreadable", "Ключ не сменён. " + e.sentence());
        }
    }

    int sealAll(SealingKey key) {
        Integer sealed = transaction.execute(t -> {
            rows.lock();
            List<Row> old = rows.list().stream()
                    .filter(r -> !r.sealed().keyId().equals(key.id()))
                    .toList();
            old.forEach(row -> rows.reseal(row, key.seal(secrets.open(row), Secrets.bound(row.account(), row.name()))));
            return old.size();
        });
        return sealed == null ? 0 : sealed;
    }

    private void dropUnused(SealingKey key) {
        transaction.executeWithoutResult(t -> {
            rows.lock();
            var used = rows.keyIds();
            used.add(key.id());
            keys.keep(used);
        });
    }

    private static Outcome<String> nothingToDo() {
        return Outcome.refused(
                "nothing-to-rotate",
                "Ключ задан в " + Keys.VARIABLE + ", и все токены уже зашифрованы первым из его ключей. "
                        + "Чтобы сменить его, задайте на всех серверах " + Keys.VARIABLE
                        + "=новый,прежний (новый: openssl rand -base64 32), перезапустите их и повторите команду.");
    }

    private static String sentence(int sealed, boolean ours) {
        return "Зашифровано заново: %d. ".formatted(sealed)
                + (ours
                        ? "Новый ключ в файле secrets.key, прежний больше не нужен. Обновите резервную копию файла."
                        : "Прежний ключ можно убрать из " + Keys.VARIABLE + " на всех серверах.");
    }
}
