package ru.otklik.directory.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.Establishing;
import ru.otklik.directory.People;
import ru.otklik.directory.Person;
import ru.otklik.kernel.Refusal;
import ru.otklik.kernel.Role;

@Controller
class AuthorityPages {

    private final Authorities authorities;
    private final Establishing establishing;
    private final People people;
    private final Authorities.OpenWork openWork;

    AuthorityPages(Authorities authorities, Establishing establishing, People people, Authorities.OpenWork openWork) {
        this.authorities = authorities;
        this.establishing = establishing;
        this.people = people;
        this.openWork = openWork;
    }

    @GetMapping("/admin/directory")
    String list(HttpServletRequest request, Model model) {
        Map<Integer, String> missing = new TreeMap<>();
        authorities.list().forEach(a -> authorities.missingFor(a.id()).ifPresent(no -> missing.put(a.id(), no)));
        model.addAttribute("authorities", authorities.list());
        model.addAttribute("missing", missing);
        model.addAttribute("overseers", authorities.overseers());
        model.addAttribute("centre", people.ofCentre());
        model.addAttribute("mayChange", mayChange(request));
        return "directory/list";
    }

    @GetMapping("/admin/authorities/new")
    String blank(HttpServletRequest request, Model model) {
        return page(AuthorityForm.empty(), request, model);
    }

    @GetMapping("/admin/authorities/{id}")
    String show(@PathVariable int id, HttpServletRequest request, Model model) {
        return page(AuthorityForm.of(authorities.get(id)), request, model);
    }

    @PostMapping("/admin/authorities")
    String add(HttpServletRequest request, HttpServletResponse response, Model model) {
        AuthorityForm form = AuthorityForm.typed(request, null);
        return establishing
                .add(form.draft(), me(request))
                .fold(
                        added -> "redirect:/admin/authorities/" + added.id(),
                        no -> refused(no, form, 0, request, response, model));
    }

    @PostMapping("/admin/authorities/{id}")
    String change(@PathVariable int id, HttpServletRequest request, HttpServletResponse response, Model model) {
        AuthorityForm form = AuthorityForm.typed(request, authorities.get(id));
        return establishing
                .change(id, form.version(), form.draft(), me(request))
                .fold(
                        changed -> "redirect:/admin/authorities/" + id,
                        no -> refused(no, form, authorities.get(id).version(), request, response, model));
    }

    /** What is still in work is named before anybody confirms. */
    @GetMapping("/admin/authorities/{id}/close")
    String confirm(@PathVariable int id, HttpServletRequest request, Model model) {
        model.addAttribute("authority", authorities.get(id));
        model.addAttribute("open", openWork.of(id));
        model.addAttribute("csrf", request.getAttribute(CsrfToken.class.getName()));
        return "directory/close";
    }

    @PostMapping("/admin/authorities/{id}/active")
    String setActive(@PathVariable int id, @RequestParam boolean active, HttpServletRequest request) {
        establishing.setActive(id, active, me(request));
        return "redirect:/admin/authorities/" + id;
    }

    private Person me(HttpServletRequest request) {
        return people.findByLogin(request.getRemoteUser()).orElseThrow();
    }

    private String refused(
            Refusal no,
            AuthorityForm form,
            int version,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setStatus(no.code().startsWith("stale-") ? 409 : 422);
        return page(form.refused(version, no.sentence()), request, model);
    }

    private String page(AuthorityForm form, HttpServletRequest request, Model model) {
        Integer id = form.id();
        model.addAttribute("form", form);
        model.addAttribute("authority", id == null ? null : authorities.get(id));
        model.addAttribute(
                "missing", id == null ? "" : authorities.missingFor(id).orElse(""));
        model.addAttribute("people", id == null ? java.util.List.of() : people.list(id));
        model.addAttribute("overseers", authorities.overseers());
        model.addAttribute("csrf", request.getAttribute(CsrfToken.class.getName()));
        model.addAttribute("mayChange", mayChange(request));
        return "directory/authority";
    }

    private static boolean mayChange(HttpServletRequest request) {
        return request.isUserInRole(Role.ADMINISTRATOR.name());
    }
}
