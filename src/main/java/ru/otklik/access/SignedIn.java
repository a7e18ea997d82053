package ru.otklik.access;

import java.time.Instant;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A person whose password or token was right at {@code since}. */
final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final Me me;
    private final Instant since;

    SignedIn(Me me, Instant since) {
        super(me.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList());
        this.me = me;
        this.since = since;
        super.setAuthenticated(true);
    }

    Instant since() {
        return since;
    }

    @Override
    public Me getPrincipal() {
        return me;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return me.login();
    }
}
