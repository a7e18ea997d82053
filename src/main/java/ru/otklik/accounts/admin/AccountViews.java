package ru.otklik.accounts.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import ru.otklik.accounts.OfficialAccount;
import ru.otklik.accounts.admin.AccountView.SecretLine;
import ru.otklik.accounts.secrets.SecretNames;
import ru.otklik.accounts.secrets.Secrets;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.People;
import ru.otklik.directory.Person;
import ru.otklik.kernel.Role;
import ru.otklik.networks.NetworkTitles;
import ru.otklik.region.WorkingTimeSettings;
import ru.otklik.worktime.TimeText;

/** Puts together what the page of an account shows. */
@Component
class AccountViews {

    private final Authorities authorities;
    private final People people;
    private final Secrets secrets;
    private final History history;
    private final WorkingTimeSettings time;

    AccountViews(Authorities authorities, People people, Secrets secrets, History history, WorkingTimeSettings time) {
        this.authorities = authorities;
        this.people = people;
        this.secrets = secrets;
        this.history = history;
        this.time = time;
    }

    AccountView of(AccountForm form, @Nullable OfficialAccount account, String error, HttpServletRequest request) {
        if (!(request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf)) {
            throw new IllegalStateException("no CSRF token");
        }
        return new AccountView(
                account == null ? "Новая учётная запись" : account.name(),
                NetworkTitles.of(form.network()),
                authorities.list(),
                candidates(form),
                secretLines(form.network(), account),
                error,
                account == null ? "" : state(account),
                account == null ? "" : secrets.trouble().orElse(""),
                account != null && account.isOpen() && account.token().isDead(),
                account == null || account.isOpen(),
                account != null && account.token().state() != OfficialAccount.TokenState.NONE,
                account == null ? List.of() : history.of(account.id(), this::moment),
                request.isUserInRole(Role.ADMINISTRATOR.name()),
                csrf);
    }

    /** As «Токен действует с пн 23.11.2026 11:30, последняя проверка …». */
    String state(OfficialAccount account) {
        var token = account.token();
        String text = "Токен " + token.state().title();
        if (token.state() != OfficialAccount.TokenState.NONE) {
            text += (token.state() == OfficialAccount.TokenState.UNCHECKED ? ", задан " : " с ")
                    + moment(token.since());
            text += token.checkedAt() == null ? "" : ", последняя проверка " + moment(token.checkedAt());
        }
        return text + "." + (token.error() == null ? "" : " " + token.error());
    }

    private List<Person> candidates(AccountForm form) {
        return people.list().stream()
                .filter(p -> p.active() && Objects.equals(p.authorityId(), form.authority())
                        || form.posters().contains(p.id())
                        || form.isOwner(p.id()))
                .toList();
    }

    private List<SecretLine> secretLines(String network, @Nullable OfficialAccount account) {
        Map<String, Secrets.Kept> kept = account == null
                ? Map.of()
                : secrets.list(account.id()).stream().collect(Collectors.toMap(Secrets.Kept::name, k -> k));
        return SecretNames.of(network).stream()
                .map(n -> {
                    var known = Optional.ofNullable(kept.get(n.name()));
                    return new SecretLine(
                            n.name(),
                            n.title(),
                            known.map(k -> "задан " + moment(k.setAt()) + ", " + k.setBy())
                                    .orElse(""),
                            known.map(Secrets.Kept::trouble).orElse(""));
                })
                .toList();
    }

    private String moment(Instant at) {
        return TimeText.moment(LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.MINUTES), time.zone()));
    }
}
