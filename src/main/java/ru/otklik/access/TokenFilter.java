package ru.otklik.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;
import ru.otklik.directory.Person;

/** {@code Authorization: Bearer otk_…} */
final class TokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;
    private final Clock clock;

    TokenFilter(ApiTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            Optional<Person> person =
                    tokens.findPerson(header.substring(SCHEME.length()).strip());
            if (person.isEmpty()) {
                Denials.wrongToken(response);
                return;
            }
            SecurityContextHolder.setContext(
                    new SecurityContextImpl(new SignedIn(Me.of(person.get()), clock.instant())));
        }
        chain.doFilter(request, response);
    }
}
