package ru.otklik.accounts;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import ru.otklik.accounts.OfficialAccount.TokenState;
import ru.otklik.accounts.secrets.Secrets;
import ru.otklik.kernel.Outcome;
import ru.otklik.networks.Access;
import ru.otklik.networks.Account;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkTitles;
import ru.otklik.networks.Networks;

/** Asks networks whether tokens live. No transaction is open meanwhile. */
@Service
class Probing {

    /**
     * What is known of secrets that are about to be saved.
     *
     * @param account whose they are; null: nobody was asked, or did not answer
     */
    record Verdict(
            TokenState state,
            @Nullable Account account,
            @Nullable String remark,
            NetworkFault.@Nullable Kind kind) {

        static final Verdict NO_TOKEN = new Verdict(TokenState.NONE, null, null, null);
    }

    private static final Logger log = LoggerFactory.getLogger(Probing.class);
    static final Duration EVERY = Duration.ofMinutes(15);
    /** A network that does not answer holds each call for half a minute: the rest waits for the next round. */
    private static final int AT_ONCE = 20;

    private final Networks networks;
    private final Register register;
    private final Secrets secrets;
    private final AccountTokenRows rows;
    private final TokenLife life;
    private final Clock clock;

    Probing(Networks networks, Register register, Secrets secrets, AccountTokenRows rows, TokenLife life, Clock clock) {
        this.networks = networks;
        this.register = register;
        this.secrets = secrets;
        this.rows = rows;
        this.life = life;
        this.clock = clock;
    }

    void probeDue() {
        List<Integer> due = rows.claim(clock.instant(), clock.instant().plus(EVERY), AT_ONCE);
        if (!due.isEmpty()) {
            register.changed();
        }
        due.forEach(this::probe);
    }

    void probe(int id) {
        OfficialAccount account = register.current().byId().get(id);
        if (account == null || account.token().state() == TokenState.NONE) {
            return;
        }
        int version = account.secretsVersion();
        try {
            Account found = ask(account.network(), new Access(account.networkId(), secrets.open(id)));
            if (found.id().equals(account.networkId())) {
                life.alive(id, version, remark(found));
            } else {
                life.failed(id, version, foreign(found));
            }
        } catch (NetworkFault fault) {
            life.failed(id, version, fault);
        }
    }

    /** @throws NetworkFault also when the adapter breaks its promise to throw nothing else */
    Account ask(String network, Access access) {
        var connected = networks.find(network)
                .orElseThrow(() -> new NetworkFault(
                        NetworkFault.Kind.TROUBLE,
                        "Сеть «%s» не подключена, проверить токен нельзя.".formatted(NetworkTitles.of(network))));
        try {
            return connected.probe(access);
        } catch (NetworkFault fault) {
            throw fault;
        } catch (RuntimeException e) {
            // its words may hold the address that was called, and some networks have the token in it
            log.warn(
                    "Network {} broke off a check of a token: {}",
                    network,
                    e.getClass().getName());
            throw new NetworkFault(NetworkFault.Kind.NONSENSE, "Сеть ответила непонятно.");
        }
    }

    /** Before secrets are saved: refused when the network says that they are no good, or somebody else's. */
    Outcome<Verdict> judge(String network, Access access) {
        if (access.secret(Access.TOKEN).isEmpty()) {
            return Outcome.done(Verdict.NO_TOKEN);
        }
        try {
            Account found = ask(network, access);
            if (access.account() != null && !access.account().equals(found.id())) {
                return Outcome.refused("foreign-token", foreign(found).sentence());
            }
            String remark = remark(found);
            return Outcome.done(
                    new Verdict(TokenState.ALIVE, found, remark, remark == null ? null : NetworkFault.Kind.NO_RIGHT));
        } catch (NetworkFault fault) {
            return fault.kind().passes()
                    ? Outcome.done(new Verdict(TokenState.UNCHECKED, null, fault.sentence(), fault.kind()))
                    : Outcome.refused("token-refused", "Токен не принят. " + fault.sentence());
        }
    }

    /** Posting for somebody else would be worse than not posting: for this account the token is as good as dead. */
    static NetworkFault foreign(Account found) {
        return new NetworkFault(
                NetworkFault.Kind.TOKEN_DEAD,
                "Токен принадлежит другой учётной записи: «%s», №\u00a0%s.".formatted(found.name(), found.id()));
    }

    static @Nullable String remark(Account found) {
        return found.answers() ? null : "С этим токеном нельзя размещать ответы.";
    }
}
