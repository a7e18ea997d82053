package ru.otklik.accounts.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import ru.otklik.access.Me;
import ru.otklik.accounts.Accounts;
import ru.otklik.accounts.OfficialAccount;
import ru.otklik.kernel.Role;
import ru.otklik.networks.NetworkTitles;
import ru.otklik.region.WorkingTimeSettings;
import ru.otklik.web.NoticeSource;
import ru.otklik.web.PageFrame;
import ru.otklik.worktime.TimeText;

/** A dead token stops answers: the centre, the administrator, the owner and the authority see it on every page. */
@Component
class DeadTokens implements NoticeSource {

    private static final Set<Role> ALL_OF_THEM = EnumSet.of(Role.OPERATOR, Role.APPROVER, Role.ADMINISTRATOR);
    private static final Set<Role> READERS = EnumSet.of(Role.ADMINISTRATOR, Role.CONTROLLER);

    private final Accounts accounts;
    private final WorkingTimeSettings time;

    DeadTokens(Accounts accounts, WorkingTimeSettings time) {
        this.accounts = accounts;
        this.time = time;
    }

    @Override
    public List<PageFrame.Notice> notices(HttpServletRequest request) {
        return me(request)
                .map(me -> accounts.list().stream()
                        .filter(a -> a.isOpen() && a.token().isDead() && concerns(a, me))
                        .map(a -> new PageFrame.Notice(
                                sentence(a),
                                true,
                                mayRead(me) ? new PageFrame.Link("Открыть", "/admin/accounts/" + a.id(), false) : null))
                        .toList())
                .orElse(List.of());
    }

    private String sentence(OfficialAccount account) {
        return "Токен учётной записи «%s» (%s) не действует с %s: ответы от её имени не размещаются. %s"
                .formatted(
                        account.name(),
                        NetworkTitles.of(account.network()),
                        TimeText.moment(account.token()
                                .since()
                                .atZone(time.zone())
                                .toLocalDateTime()
                                .withNano(0)),
                        "Получите новый токен, его задаёт администратор.");
    }

    private static boolean concerns(OfficialAccount account, Me me) {
        return me.roles().stream().anyMatch(ALL_OF_THEM::contains)
                || Objects.equals(account.owner().personId(), me.personId())
                || account.authorityId() != null && account.authorityId().equals(me.authorityId());
    }

    private static boolean mayRead(Me me) {
        return me.roles().stream().anyMatch(READERS::contains);
    }

    private static Optional<Me> me(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication signedIn && signedIn.getPrincipal() instanceof Me me
                ? Optional.of(me)
                : Optional.empty();
    }
}
