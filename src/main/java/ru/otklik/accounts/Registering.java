package ru.otklik.accounts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.accounts.OfficialAccount.Owner;
import ru.otklik.accounts.secrets.NewSecrets;
import ru.otklik.directory.Person;
import ru.otklik.directory.changes.Change;
import ru.otklik.directory.changes.Changes;
import ru.otklik.directory.changes.Fields;
import ru.otklik.kernel.Outcome;
import ru.otklik.kernel.Refusal;
import ru.otklik.networks.Account;

/** Adding an account to the register, changing what it says, closing it. */
@Service
public class Registering {

    /** An account as typed; its network never changes once it is there. */
    public record Draft(
            @Nullable Integer authorityId,
            String network,
            String networkId,
            String name,
            String link,
            Owner owner,
            Set<Integer> posters,
            boolean twoFactor,
            boolean stateMark) {

        public Draft {
            posters = Set.copyOf(posters);
        }

        /** With what the network knows, where nothing is typed. */
        Draft filled(@Nullable Account known) {
            return known == null
                    ? this
                    : new Draft(
                            authorityId,
                            network,
                            known.id(),
                            name.isEmpty() ? known.name().strip() : name,
                            link.isEmpty() ? known.url() : link,
                            owner,
                            posters,
                            twoFactor,
                            stateMark);
        }
    }

    private final AccountRows rows;
    private final Register register;
    private final Fitting fitting;
    private final NewTokens tokens;
    private final Changes changes;
    private final TransactionTemplate transaction;

    Registering(
            AccountRows rows,
            Register register,
            Fitting fitting,
            NewTokens tokens,
            Changes changes,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.register = register;
        this.fitting = fitting;
        this.tokens = tokens;
        this.changes = changes;
        this.transaction = transaction;
    }

    /** Keys of the networks in which an account may be. */
    public List<String> networks() {
        return fitting.networks();
    }

    /** What an account says of itself, by fields. */
    public Map<String, String> fields(OfficialAccount account) {
        return fitting.fields(account);
    }

    /** By the program itself. @param secrets by name */
    public Outcome<OfficialAccount> add(Draft draft, Map<String, String> secrets) {
        return add(draft, new NewSecrets(secrets, Set.of()), null);
    }

    /** With a token the network itself says whose account it is. */
    public Outcome<OfficialAccount> add(Draft typed, NewSecrets secrets, @Nullable Person by) {
        Optional<Refusal> objection = fitting.objection(typed);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        String id = typed.networkId().isEmpty() ? null : typed.networkId();
        return tokens.judge(typed.network(), secrets.access(id, Map.of())).then(verdict -> {
            Draft draft = typed.filled(verdict.account());
            return written(null, draft, () -> {
                OfficialAccount added = rows.get(rows.add(draft));
                tokens.save(added, secrets, verdict, by);
                changes.write(by, act(added, "добавлена"), Map.of(), fitting.fields(added));
                return Outcome.done(added.id());
            });
        });
    }

    public Outcome<OfficialAccount> change(int id, int version, Draft draft, @Nullable Person by) {
        Optional<Refusal> objection = fitting.objection(draft);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        return written(id, draft, () -> {
            OfficialAccount before = rows.get(id);
            if (before.version() != version) {
                return Outcome.refused("stale-account", Fields.stale(fitting.fields(before)));
            }
            boolean tokenIsOfAnother = before.token().state() != OfficialAccount.TokenState.NONE
                    && !before.networkId().equals(draft.networkId());
            if (tokenIsOfAnother) {
                return Outcome.refused(
                        "token-is-of-another",
                        "Номер в сети подтверждён токеном. Чтобы изменить номер, сначала удалите токен.");
            }
            rows.change(id, draft);
            OfficialAccount after = rows.get(id);
            changes.write(by, act(after, "изменена"), fitting.fields(before), fitting.fields(after));
            return Outcome.done(id);
        });
    }

    /** Closed, it leaves the public list and posts nothing; its record stays. */
    public Outcome<OfficialAccount> setClosed(int id, boolean closed, @Nullable Person by) {
        return changed(() -> {
            OfficialAccount before = rows.get(id);
            if (before.isOpen() == closed) {
                rows.setClosed(id, closed);
                changes.write(
                        by,
                        act(before, closed ? "закрыта" : "снова открыта"),
                        fitting.fields(before),
                        fitting.fields(rows.get(id)));
            }
            return Outcome.done(id);
        });
    }

    private Outcome<OfficialAccount> written(@Nullable Integer id, Draft draft, Supplier<Outcome<Integer>> write) {
        Optional<Refusal> incomplete = fitting.incomplete(draft);
        if (incomplete.isPresent()) {
            return Outcome.refused(incomplete.get());
        }
        return changed(() -> rows.list().stream()
                .filter(a -> a.network().equals(draft.network())
                        && a.networkId().equals(draft.networkId())
                        && (id == null || a.id() != id))
                .findFirst()
                .map(taken -> Outcome.<Integer>refused(
                        "account-taken",
                        "Эта учётная запись уже есть в реестре: «%s»%s."
                                .formatted(taken.name(), taken.isOpen() ? "" : ", закрыта; откройте её снова")))
                .orElseGet(write));
    }

    private Outcome<OfficialAccount> changed(Supplier<Outcome<Integer>> change) {
        Outcome<Integer> outcome = transaction.execute(t -> {
            rows.lock();
            return change.get();
        });
        register.changed();
        return outcome.map(rows::get);
    }

    private static Changes.Act act(OfficialAccount account, String what) {
        return new Changes.Act(Change.Subject.ACCOUNT, account.id(), account.name(), what);
    }
}
