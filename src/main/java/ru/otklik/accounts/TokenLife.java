package ru.otklik.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.accounts.OfficialAccount.TokenState;
import ru.otklik.networks.NetworkFault;

/** What is known of tokens: only the network's own word makes one dead or alive. */
@Service
class TokenLife {

    private static final Logger log = LoggerFactory.getLogger(TokenLife.class);
    private static final Duration NEWS = Duration.ofMinutes(1);
    private static final int LONGEST = 500;

    private final AccountTokenRows rows;
    private final AccountEventRows events;
    private final Register register;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TokenLife(
            AccountTokenRows rows,
            AccountEventRows events,
            Register register,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.events = events;
        this.register = register;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The network said whose token it is.
     *
     * @param version of the secrets that were asked about
     * @param remark what else there is to know, a sentence
     */
    void alive(int account, int version, @Nullable String remark) {
        transaction.executeWithoutResult(t -> rows.lock(account, version).ifPresent(before -> {
            Instant now = clock.instant();
            String kind = remark == null ? null : NetworkFault.Kind.NO_RIGHT.name();
            rows.checked(account, before, TokenState.ALIVE, remark, kind, now);
            if (before == TokenState.DEAD) {
                events.revived(account, "Токен снова действует.", now);
                log.info("The token of account {} lives again", account);
            }
        }));
        register.changed();
    }

    /** @param version of the secrets that were asked about; null: whoever reports does not know */
    void failed(int account, @Nullable Integer version, NetworkFault fault) {
        String sentence = cut(fault.sentence());
        boolean dead = fault.kind() == NetworkFault.Kind.TOKEN_DEAD;
        transaction.executeWithoutResult(t -> rows.lock(account, version).ifPresent(before -> {
            Instant now = clock.instant();
            TokenState after = dead ? TokenState.DEAD : before;
            rows.checked(account, before, after, sentence, fault.kind().name(), now);
            if (dead && before != TokenState.DEAD) {
                events.died(account, fault.kind().name(), sentence, now);
                log.warn("The token of account {} is dead", account);
                if (version == null) {
                    rows.checkSoon(account, now); // it may have been said of secrets that were changed meanwhile
                }
            }
        }));
        register.changed();
    }

    /** Of a dead one a check decides: what went well may have been asked before it died. Said often, written seldom. */
    void seenAlive(OfficialAccount account) {
        Instant now = clock.instant();
        Instant checked = account.token().checkedAt();
        boolean news = checked == null || checked.plus(NEWS).isBefore(now);
        switch (account.token().state()) {
            case ALIVE, UNCHECKED -> {
                if (news || account.token().error() != null || account.token().state() == TokenState.UNCHECKED) {
                    alive(account.id(), account.secretsVersion(), null);
                }
            }
            case DEAD -> {
                if (news) {
                    rows.checkSoon(account.id(), now);
                }
            }
            case NONE -> {}
        }
    }

    private static String cut(String sentence) {
        return sentence.substring(0, Math.min(sentence.length(), LONGEST)).replace("\0", "");
    }
}
