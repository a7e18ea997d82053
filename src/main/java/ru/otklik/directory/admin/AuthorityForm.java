package ru.otklik.directory.admin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import ru.otklik.directory.Authority;
import ru.otklik.directory.Establishing;

/**
 * An authority as typed: what is refused stays on the page.
 *
 * @param id null for one not yet added
 * @param version what the one who types saw
 */
public record AuthorityForm(
        @Nullable Integer id,
        String code,
        String title,
        String shortTitle,
        Authority.Kind kind,
        String hours,
        @Nullable Integer overseer,
        int version,
        String error) {

    static AuthorityForm empty() {
        return new AuthorityForm(null, "", "", "", Authority.Kind.EXECUTIVE, "", null, 0, "");
    }

    static AuthorityForm of(Authority a) {
        return new AuthorityForm(
                a.id(),
                a.code(),
                a.title(),
                a.shortTitle(),
                a.kind(),
                a.workingHours() == null ? "" : a.workingHours(),
                a.overseer() == null ? null : a.overseer().id(),
                a.version(),
                "");
    }

    /** @param of the authority that is changed; null: a new one */
    static AuthorityForm typed(HttpServletRequest request, @Nullable Authority of) {
        String overseer = word(request, "overseer");
        String version = word(request, "version");
        return new AuthorityForm(
                of == null ? null : of.id(),
                of == null ? word(request, "code") : of.code(),
                word(request, "title"),
                word(request, "short"),
                of != null
                        ? of.kind()
                        : word(request, "kind").equals("MUNICIPALITY")
                                ? Authority.Kind.MUNICIPALITY
                                : Authority.Kind.EXECUTIVE,
                word(request, "hours"),
                overseer.matches("\\d{1,4}") ? Integer.valueOf(overseer) : null,
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1,
                "");
    }

    AuthorityForm refused(int version, String error) {
        return new AuthorityForm(id, code, title, shortTitle, kind, hours, overseer, version, error);
    }

    Establishing.Draft draft() {
        return new Establishing.Draft(code, title, shortTitle, kind, hours, overseer);
    }

    public String action() {
        return id == null ? "/admin/authorities" : "/admin/authorities/" + id;
    }

    private static String word(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
