package ru.otklik.accounts.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import ru.otklik.accounts.Accounts;
import ru.otklik.accounts.OfficialAccount;
import ru.otklik.accounts.Registering;
import ru.otklik.accounts.admin.AccountView.Filter;
import ru.otklik.accounts.admin.AccountView.Line;
import ru.otklik.accounts.secrets.Secrets;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.Authority;
import ru.otklik.kernel.Role;
import ru.otklik.networks.NetworkTitles;

/** The register as a list. */
@Controller
class RegisterPages {

    private static final String GOVERNMENT = "0";
    private static final String CLOSED = "CLOSED";

    private final Accounts accounts;
    private final Registering registering;
    private final Authorities authorities;
    private final Secrets secrets;
    private final AccountViews views;

    RegisterPages(
            Accounts accounts, Registering registering, Authorities authorities, Secrets secrets, AccountViews views) {
        this.accounts = accounts;
        this.registering = registering;
        this.authorities = authorities;
        this.secrets = secrets;
        this.views = views;
    }

    @GetMapping("/admin/accounts")
    String list(HttpServletRequest request, Model model) {
        var filter =
                new Filter(Words.of(request, "authority"), Words.of(request, "network"), Words.of(request, "state"));
        Map<Integer, String> titles =
                authorities.list().stream().collect(Collectors.toMap(Authority::id, Authority::shortTitle));
        List<Line> lines = accounts.list().stream()
                .filter(a -> fits(a, filter))
                .map(a -> line(a, titles))
                .sorted(Comparator.comparing((Line l) -> !l.dead())
                        .thenComparing(Line::authority)
                        .thenComparing(Line::network)
                        .thenComparing(Line::name))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("filter", filter);
        model.addAttribute("authorities", authorities.list());
        model.addAttribute(
                "networks",
                registering.networks().stream()
                        .map(key -> Map.entry(key, NetworkTitles.of(key)))
                        .toList());
        model.addAttribute("trouble", secrets.trouble().orElse(""));
        model.addAttribute("mayChange", request.isUserInRole(Role.ADMINISTRATOR.name()));
        model.addAttribute(
                "site",
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString());
        return "accounts/list";
    }

    private Line line(OfficialAccount a, Map<Integer, String> titles) {
        return new Line(
                a.id(),
                a.name(),
                a.link(),
                a.authorityId() == null ? "Правительство" : titles.getOrDefault(a.authorityId(), ""),
                NetworkTitles.of(a.network()),
                a.owner().name(),
                a.token().state().title(),
                a.isOpen() && a.token().isDead(),
                views.state(a),
                a.twoFactor(),
                a.stateMark(),
                a.isOpen());
    }

    /** Closed ones only when asked for. */
    private static boolean fits(OfficialAccount a, Filter filter) {
        boolean authority = filter.authority().isEmpty()
                || Objects.toString(a.authorityId(), GOVERNMENT).equals(filter.authority());
        boolean network = filter.network().isEmpty() || a.network().equals(filter.network());
        boolean state = filter.state().isEmpty()
                ? a.isOpen()
                : filter.state().equals(CLOSED)
                        ? !a.isOpen()
                        : a.isOpen() && a.token().state().name().equals(filter.state());
        return authority && network && state;
    }
}
