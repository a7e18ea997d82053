package ru.otklik.directory.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.People;
import ru.otklik.directory.Person;
import ru.otklik.directory.Staffing;
import ru.otklik.kernel.Outcome;
import ru.otklik.kernel.Refusal;
import ru.otklik.kernel.Role;

@Controller
class PersonPages {

    private final People people;
    private final Staffing staffing;
    private final Authorities authorities;

    PersonPages(People people, Staffing staffing, Authorities authorities) {
        this.people = people;
        this.staffing = staffing;
        this.authorities = authorities;
    }

    @GetMapping("/admin/people/new")
    String blank(@RequestParam(required = false) @Nullable Integer authority, HttpServletRequest request, Model model) {
        return page(PersonForm.empty(authority), "", request, model);
    }

    @GetMapping("/admin/people/{id}")
    String show(@PathVariable int id, HttpServletRequest request, Model model) {
        return page(PersonForm.of(people.get(id)), "", request, model);
    }

    @PostMapping("/admin/people")
    String add(HttpServletRequest request, HttpServletResponse response, Model model) {
        PersonForm form = PersonForm.typed(request);
        return staffing.add(form.draft(), me(request))
                .fold(
                        hired -> page(PersonForm.of(hired.person()), hired.password(), request, model),
                        no -> refused(no, form.with(null, true, 0, no.sentence()), request, response, model));
    }

    @PostMapping("/admin/people/{id}")
    String change(@PathVariable int id, HttpServletRequest request, HttpServletResponse response, Model model) {
        PersonForm form = PersonForm.typed(request);
        return staffing.change(id, form.version(), form.draft(), me(request))
                .fold(person -> "redirect:/admin/people/" + id, no -> {
                    Person now = people.get(id);
                    return refused(
                            no, form.with(id, now.active(), now.version(), no.sentence()), request, response, model);
                });
    }

    @PostMapping("/admin/people/{id}/active")
    String setActive(
            @PathVariable int id,
            @RequestParam boolean active,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Person person = people.get(id);
        Person me = me(request);
        Outcome<Person> outcome = !active && me.id() == id
                ? Outcome.refused("oneself", "Себя отключить нельзя: попросите другого администратора.")
                : staffing.setActive(id, active, me);
        return outcome.fold(done -> "redirect:/admin/people/" + id, no -> {
            PersonForm form = PersonForm.of(person);
            return refused(no, form.with(id, true, form.version(), no.sentence()), request, response, model);
        });
    }

    /** The answer itself shows the password: it is kept nowhere that a redirect could take it from. */
    @PostMapping("/admin/people/{id}/password")
    String resetPassword(@PathVariable int id, HttpServletRequest request, Model model) {
        Staffing.Hired reset = staffing.resetPassword(people.get(id).id(), me(request));
        return page(PersonForm.of(reset.person()), reset.password(), request, model);
    }

    private Person me(HttpServletRequest request) {
        return people.findByLogin(request.getRemoteUser()).orElseThrow();
    }

    private String refused(
            Refusal no, PersonForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(no.code().startsWith("stale-") ? 409 : 422);
        return page(form, "", request, model);
    }

    private String page(PersonForm form, String password, HttpServletRequest request, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("password", password);
        model.addAttribute("authorities", authorities.list());
        model.addAttribute("roles", List.of(Role.values()));
        model.addAttribute("csrf", request.getAttribute(CsrfToken.class.getName()));
        model.addAttribute("mayChange", request.isUserInRole(Role.ADMINISTRATOR.name()));
        return "directory/person";
    }
}
