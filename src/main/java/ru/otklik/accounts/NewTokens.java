package ru.otklik.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.otklik.accounts.OfficialAccount.TokenState;
import ru.otklik.accounts.secrets.NewSecrets;
import ru.otklik.accounts.secrets.SecretNames;
import ru.otklik.accounts.secrets.Secrets;
import ru.otklik.accounts.secrets.SecretsUnreadable;
import ru.otklik.directory.Person;
import ru.otklik.directory.changes.Change;
import ru.otklik.directory.changes.Changes;
import ru.otklik.kernel.Outcome;
import ru.otklik.networks.Access;

/** Saves secrets that were judged; the record says that they were given and by whom, never what they are. */
@Component
class NewTokens {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final Probing probing;
    private final Secrets secrets;
    private final AccountTokenRows rows;
    private final AccountEventRows events;
    private final Changes changes;
    private final Clock clock;

    NewTokens(
            Probing probing,
            Secrets secrets,
            AccountTokenRows rows,
            AccountEventRows events,
            Changes changes,
            Clock clock) {
        this.probing = probing;
        this.secrets = secrets;
        this.rows = rows;
        this.events = events;
        this.changes = changes;
        this.clock = clock;
    }

    Outcome<Probing.Verdict> judge(String network, Access access) {
        return probing.judge(network, access);
    }

    /** With what the network will be spoken to; a lost key does not stand in the way of a new token. */
    Outcome<Access> access(OfficialAccount account, NewSecrets typed) {
        try {
            return Outcome.done(typed.access(account.networkId(), secrets.open(account.id())));
        } catch (SecretsUnreadable e) {
            boolean token =
                    typed.given().containsKey(Access.TOKEN) || typed.dropped().contains(Access.TOKEN);
            return token
                    ? Outcome.done(typed.access(account.networkId(), Map.of()))
                    : Outcome.refused("secrets-unreadable", e.sentence());
        }
    }

    /** In the transaction of the change. */
    void save(OfficialAccount account, NewSecrets typed, Probing.Verdict verdict, @Nullable Person by) {
        if (typed.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        secrets.put(account.id(), typed, by);
        boolean alive = verdict.state() == TokenState.ALIVE;
        rows.renewed(account.id(), verdict, now, now.plus(alive ? Probing.EVERY : SOON));
        if (alive && account.token().isDead()) {
            events.revived(account.id(), "Задан новый токен, он действует.", now);
        }
        Map<String, String> said = new LinkedHashMap<>();
        typed.given().keySet().stream()
                .sorted()
                .forEach(name -> said.put(SecretNames.title(account.network(), name), "задано новое значение"));
        typed.dropped().stream()
                .sorted()
                .forEach(name -> said.put(SecretNames.title(account.network(), name), "удалено"));
        changes.write(
                by, new Changes.Act(Change.Subject.ACCOUNT, account.id(), account.name(), "токены"), Map.of(), said);
    }
}
