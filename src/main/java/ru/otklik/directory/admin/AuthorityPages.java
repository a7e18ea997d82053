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
import ru.otklik.directory.Authority;
import ru.otklik.directory.People;
import ru.otklik.kernel.Role;

@Controller
class AuthorityPages {

    private final Authorities authorities;
    private final People people;

    AuthorityPages(Authorities authorities, People people) {
        this.authorities = authorities;
        this.people = people;
    }

    @GetMapping("/admin/directory")
    String list(HttpServletRequest request, Model model) {
        Map<Integer, String> missing = new TreeMap<>();
        for (Authority authority : authorities.list()) {
            authorities.missingFor(authority.id()).ifPresent(sentence -> missing.put(authority.id(), sentence));
        }
        model.addAttribute("authorities", authorities.list());
        model.addAttribute("missing", missing);
        model.addAttribute(
                "centre",
                people.list().stream().filter(p -> p.authorityId() == null).toList());
        model.addAttribute("mayChange", mayChange(request));
        return "directory/list";
    }

    @GetMapping("/admin/authorities/{id}")
    String show(@PathVariable int id, CsrfToken csrf, HttpServletRequest request, Model model) {
        String hours = authorities.get(id).workingHours();
        return page(id, hours == null ? "" : hours, "", csrf, request, model);
    }

    @PostMapping("/admin/authorities/{id}/hours")
    String setHours(
            @PathVariable int id,
            @RequestParam String hours,
            CsrfToken csrf,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return authorities.setWorkingHours(id, hours).fold(done -> "redirect:/admin/authorities/" + id, no -> {
            response.setStatus(422);
            return page(id, hours, no.sentence(), csrf, request, model);
        });
    }

    private String page(int id, String hours, String error, CsrfToken csrf, HttpServletRequest request, Model model) {
        model.addAttribute("authority", authorities.get(id));
        model.addAttribute("missing", authorities.missingFor(id).orElse(""));
        model.addAttribute("people", people.list(id));
        model.addAttribute("hours", hours);
        model.addAttribute("error", error);
        model.addAttribute("csrf", csrf);
        model.addAttribute("mayChange", mayChange(request));
        return "directory/authority";
    }

    private static boolean mayChange(HttpServletRequest request) {
        return request.isUserInRole(Role.ADMINISTRATOR.name());
    }
}
