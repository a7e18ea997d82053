package ru.otklik.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import ru.otklik.directory.People;
import ru.otklik.directory.Person;

/** Login and password. What it says on failure is the same whoever was meant. */
@Component
class SignIn implements AuthenticationProvider {

    private final People people;
    private final Attempts attempts;
    private final Clock clock;

    SignIn(People people, Attempts attempts, Clock clock) {
        this.people = people;
        this.attempts = attempts;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String login = asked.getName();
        String address =
                asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        Optional<Duration> wait = attempts.waitBefore(login, address);
        if (wait.isPresent()) {
            long minutes = wait.get().plusSeconds(59).toMinutes();
            throw new LockedException("Слишком много неудачных попыток. Повторите через %d мин.".formatted(minutes));
        }
        Person person = people.findByPassword(login, String.valueOf(asked.getCredentials()))
                .orElseThrow(() -> new BadCredentialsException("Неверный логин или пароль."));
        attempts.forget(login, address);
        return new SignedIn(Me.of(person), clock.instant());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
