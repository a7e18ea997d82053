package ru.otklik.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;
import ru.otklik.directory.People;
import ru.otklik.directory.Person;

/** A session outlives neither its person nor its password, and takes on changed roles at once. */
final class StillHere extends OncePerRequestFilter {

    private final People people;

    StillHere(People people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signed) {
            Optional<Person> person = people.find(signed.getPrincipal().personId())
                    .filter(p -> p.active()
                            && !p.passwordChangedAt().isAfter(signed.since())
                            && !p.leftSince(signed.since()));
            if (person.isEmpty()) {
                SecurityContextHolder.clearContext();
                var session = request.getSession(false);
                if (session != null) {
                    session.invalidate();
                }
            } else {
                Me now = Me.of(person.get());
                if (!now.equals(signed.getPrincipal())) {
                    var renewed = new SignedIn(now, signed.since());
                    SecurityContextHolder.setContext(new SecurityContextImpl(renewed));
                }
            }
        }
        chain.doFilter(request, response);
    }
}
