package ru.otklik.directory.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.Authority.DeputyChair;
import ru.otklik.directory.Establishing;
import ru.otklik.directory.People;

/** The deputy chairmen who oversee authorities (clause 23). */
@Controller
class OverseerPages {

    private final Authorities authorities;
    private final Establishing establishing;
    private final People people;

    OverseerPages(Authorities authorities, Establishing establishing, People people) {
        this.authorities = authorities;
        this.establishing = establishing;
        this.people = people;
    }

    @GetMapping("/admin/overseers/{id}")
    String show(@PathVariable String id, HttpServletRequest request, Model model) {
        if (id.equals("new")) {
            return page("/admin/overseers", "", "", "", request, model);
        }
        DeputyChair chair = authorities.overseers().stream()
                .filter(c -> id.equals(String.valueOf(c.id())))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return page("/admin/overseers/" + id, chair.name(), chair.position(), "", request, model);
    }

    @PostMapping({"/admin/overseers", "/admin/overseers/{id}"})
    String save(
            @PathVariable(required = false) @Nullable Integer id,
            @RequestParam String name,
            @RequestParam String position,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var me = people.findByLogin(request.getRemoteUser()).orElseThrow();
        return establishing.saveOverseer(id, name, position, me).fold(saved -> "redirect:/admin/directory", no -> {
            response.setStatus(422);
            String action = id == null ? "/admin/overseers" : "/admin/overseers/" + id;
            return page(action, name, position, no.sentence(), request, model);
        });
    }

    private static String page(
            String action, String name, String position, String error, HttpServletRequest request, Model model) {
        model.addAttribute("action", action);
        model.addAttribute("name", name);
        model.addAttribute("position", position);
        model.addAttribute("error", error);
        model.addAttribute("csrf", request.getAttribute(CsrfToken.class.getName()));
        return "directory/overseer";
    }
}
