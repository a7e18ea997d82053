package ru.otklik.accounts;

import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import ru.otklik.accounts.secrets.Secrets;
import ru.otklik.networks.Access;
import ru.otklik.networks.NetworkFault;

/** The official accounts, for those who listen and those who answer. */
@Service
public class Accounts {

    private final Register register;
    private final Secrets secrets;
    private final TokenLife life;

    Accounts(Register register, Secrets secrets, TokenLife life) {
        this.register = register;
        this.secrets = secrets;
        this.life = life;
    }

    public OfficialAccount get(int id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no account " + id));
    }

    public Optional<OfficialAccount> find(int id) {
        return Optional.ofNullable(register.current().byId().get(id));
    }

    /** Closed ones too, by number. */
    public List<OfficialAccount> list() {
        return register.current().list();
    }

    /** Clause 6: the authority's own open account in that network, one that lives before others; else the Government's. */
    public Optional<OfficialAccount> forAnswer(String network, int authority) {
        return best(network, authority).or(() -> best(network, null));
    }

    private Optional<OfficialAccount> best(String network, @Nullable Integer authority) {
        return list().stream()
                .filter(a -> a.isOpen() && a.network().equals(network) && Objects.equals(a.authorityId(), authority))
                .min(Comparator.comparing((OfficialAccount a) -> !a.token().isAlive())
                        .thenComparing(a -> a.token().isDead())
                        .thenComparing(OfficialAccount::id));
    }

    /** Whether what this author writes is written by one of us. */
    public boolean isOurs(String network, String authorId) {
        return register.current().ours().contains(List.of(network, authorId));
    }

    /**
     * With what the network is spoken to for that account; without secrets where none are set.
     *
     * @throws NetworkFault when the secrets cannot be read now
     */
    public Access access(int account) {
        return new Access(get(account).networkId(), secrets.open(account));
    }

    /** A call with the account's {@link Access#TOKEN} failed; a dead token is told to everybody at once. */
    public void died(int account, NetworkFault fault) {
        life.failed(account, null, fault);
    }

    /** A call with the account's {@link Access#TOKEN} went well. */
    public void alive(int account) {
        life.seenAlive(get(account));
    }
}
