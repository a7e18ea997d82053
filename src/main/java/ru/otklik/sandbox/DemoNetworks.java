package ru.otklik.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.otklik.accounts.Accounts;
import ru.otklik.accounts.OfficialAccount;
import ru.otklik.accounts.Registering;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.Authority;
import ru.otklik.listening.Sources;
import ru.otklik.networks.Access;

/** The demo's official accounts and sources, registered as an administrator would, through the networks' own answers. */
@Component
@Conditional(WhenDemo.class)
@ConditionalOnProperty("otklik.background")
@ConditionalOnWebApplication
class DemoNetworks {

    private static final Logger log = LoggerFactory.getLogger(DemoNetworks.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration BACK = Duration.ofDays(7);

    private final Accounts accounts;
    private final Registering registering;
    private final Sources sources;
    private final Authorities authorities;
    private final Clock clock;

    DemoNetworks(Accounts accounts, Registering registering, Sources sources, Authorities authorities, Clock clock) {
        this.accounts = accounts;
        this.registering = registering;
        this.sources = sources;
        this.authorities = authorities;
        this.clock = clock;
    }

    /** Once; what an administrator made of it afterwards stays. */
    @EventListener(ApplicationReadyEvent.class)
    void register() {
        if (!accounts.list().isEmpty() || !sources.list().isEmpty()) {
            return;
        }
        try {
            var reading = SandboxAccess.EDITOR.token();
            Integer roads =
                    authorities.find("roads-ministry").map(Authority::id).orElse(null);
            int krai = account(SandboxAccess.KRAI, null, reading);
            account(SandboxAccess.ROADS, roads, reading);
            int bot = account(SandboxAccess.BOT, null, null);
            SandboxAccess.communities().forEach(c -> watch(c, krai));
            watch(SandboxAccess.DISCUSSION, bot);
        } catch (RuntimeException e) {
            log.error("The demo's networks are not connected", e);
        }
    }

    private int account(SandboxAccess a, @Nullable Integer authority, @Nullable String reading) {
        var owner = new OfficialAccount.Owner(null, "Пресс-служба", "демонстрация");
        var draft = new Registering.Draft(authority, a.network(), "", a.name(), a.link(), owner, Set.of(), true, true);
        Map<String, String> secrets = reading == null
                ? Map.of(Access.TOKEN, a.token())
                : Map.of(Access.TOKEN, a.token(), Access.READING, reading);
        return registering.add(draft, secrets).get().id();
    }

    private void watch(SandboxAccess place, int account) {
        var found = sources.recognise(place.network(), place.link(), account).get();
        sources.add(new Sources.Draft(
                        found, account, EVERY, Sources.MOST, clock.instant().minus(BACK), null))
                .get();
    }
}
