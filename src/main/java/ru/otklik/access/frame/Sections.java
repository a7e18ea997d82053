package ru.otklik.access.frame;

import static ru.otklik.kernel.Role.ADMINISTRATOR;
import static ru.otklik.kernel.Role.APPROVER;
import static ru.otklik.kernel.Role.CONTROLLER;
import static ru.otklik.kernel.Role.OPERATOR;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import ru.otklik.access.Me;
import ru.otklik.kernel.Role;
import ru.otklik.web.FrameSource;
import ru.otklik.web.PageFrame;

/** Who looks at the page, and the sections that are open to the person's roles. */
@Component
class Sections implements FrameSource {

    private static final Set<Role> EVERYONE = EnumSet.allOf(Role.class);

    private record Section(String title, String href, Set<Role> roles) {
        PageFrame.Link link(String path) {
            return new PageFrame.Link(title, href, path.equals(href));
        }
    }

    private static final List<Section> ALL = List.of(
            new Section("Очередь", "/", EVERYONE),
            new Section("События", "/events", EVERYONE),
            new Section("Всплески", "/bursts", EnumSet.of(OPERATOR, APPROVER, CONTROLLER)),
            new Section("Импорт", "/import", EnumSet.of(OPERATOR, ADMINISTRATOR)),
            new Section("Источники", "/admin/sources", EnumSet.of(ADMINISTRATOR, CONTROLLER)),
            new Section("Справочник", "/admin/directory", EnumSet.of(ADMINISTRATOR, CONTROLLER)),
            new Section("Компетенции", "/admin/competences", EnumSet.of(OPERATOR, ADMINISTRATOR, CONTROLLER)),
            new Section("Календарь", "/admin/calendar", EnumSet.of(ADMINISTRATOR)),
            new Section("Учётные записи", "/admin/accounts", EnumSet.of(ADMINISTRATOR, CONTROLLER)),
            new Section("Качество", "/admin/quality", EnumSet.of(ADMINISTRATOR, CONTROLLER)),
            new Section("Сменить пароль", "/password", EVERYONE));

    @Override
    public @Nullable String user(HttpServletRequest request) {
        return me(request).map(Me::name).orElse(null);
    }

    @Override
    public List<PageFrame.Link> links(HttpServletRequest request) {
        return me(request).stream()
                .flatMap(me -> ALL.stream().filter(s -> s.roles().stream().anyMatch(me::has)))
                .map(section -> section.link(request.getRequestURI()))
                .toList();
    }

    private static Optional<Me> me(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication signedIn && signedIn.getPrincipal() instanceof Me me
                ? Optional.of(me)
                : Optional.empty();
    }
}
