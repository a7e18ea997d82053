package ru.otklik.accounts;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.accounts.secrets.NewSecrets;
import ru.otklik.accounts.secrets.Rotation;
import ru.otklik.directory.Person;
import ru.otklik.kernel.Outcome;

/** Giving an account its tokens, looking whether they live, a new key for all of them. */
@Service
public class Tokens {

    /** A token died, or lives again. */
    public record Event(Instant at, boolean died, String sentence) {}

    private static final int MOST_EVENTS = 100;

    private final Register register;
    private final Probing probing;
    private final NewTokens newTokens;
    private final AccountEventRows events;
    private final Rotation rotation;
    private final TransactionTemplate transaction;

    Tokens(
            Register register,
            Probing probing,
            NewTokens newTokens,
            AccountEventRows events,
            Rotation rotation,
            TransactionTemplate transaction) {
        this.register = register;
        this.probing = probing;
        this.newTokens = newTokens;
        this.events = events;
        this.rotation = rotation;
        this.transaction = transaction;
    }

    /** The network is asked first: what it calls dead, or somebody else's, is not saved. */
    public Outcome<OfficialAccount> set(int id, NewSecrets typed, @Nullable Person by) {
        OfficialAccount account = get(id);
        if (typed.isEmpty()) {
            return Outcome.refused("no-secrets", "Ничего не введено и не отмечено.");
        }
        return newTokens
                .access(account, typed)
                .then(access -> newTokens.judge(account.network(), access))
                .map(verdict -> {
                    transaction.executeWithoutResult(t -> newTokens.save(account, typed, verdict, by));
                    register.changed();
                    return get(id);
                });
    }

    /** Asks the network now; what it said is on the account. */
    public OfficialAccount check(int id) {
        probing.probe(get(id).id());
        return get(id);
    }

    /** The newest first. */
    public List<Event> events(int id) {
        return events.list(id, MOST_EVENTS);
    }

    /** A new key for all secrets; a sentence of what was done. */
    public Outcome<String> rotate() {
        return rotation.rotate();
    }

    private OfficialAccount get(int id) {
        OfficialAccount account = register.current().byId().get(id);
        if (account == null) {
            throw new NoSuchElementException("no account " + id);
        }
        return account;
    }
}
