package ru.otklik.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.otklik.directory.Demo;
import ru.otklik.directory.People;

@Controller
class SignInPage {

    private static final String FAILURE = SignInPage.class.getName();
    private static final String LOGIN = FAILURE + ".login";

    private final People people;
    private final Demo demo;

    SignInPage(People people, Demo demo) {
        this.people = people;
        this.demo = demo;
    }

    @GetMapping("/login")
    String show(
            @AuthenticationPrincipal @Nullable Me me,
            @RequestParam(required = false) @Nullable String expired,
            @RequestParam(required = false) @Nullable String out,
            CsrfToken csrf,
            HttpSession session,
            Model model) {
        if (me != null) {
            return "redirect:/";
        }
        model.addAttribute("csrf", csrf);
        model.addAttribute("error", taken(session, FAILURE));
        model.addAttribute("login", taken(session, LOGIN));
        model.addAttribute(
                "note",
                expired != null ? "Сеанс закончился. Войдите ещё раз." : out != null ? "Вы вышли из системы." : "");
        model.addAttribute("password", demo.isOn() ? Demo.PASSWORD : "");
        model.addAttribute("demoPeople", demo.isOn() ? people.demoOfEachRole() : List.of());
        return "access/login";
    }

    static void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        String login = request.getParameter("username");
        request.getSession().setAttribute(FAILURE, e.getMessage());
        request.getSession().setAttribute(LOGIN, login == null ? "" : login);
        response.sendRedirect(request.getContextPath() + "/login?error");
    }

    private static String taken(HttpSession session, String name) {
        Object value = session.getAttribute(name);
        session.removeAttribute(name);
        return value == null ? "" : value.toString();
    }
}
