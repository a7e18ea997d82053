package ru.otklik.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.otklik.directory.People;
import ru.otklik.directory.Person;
import ru.otklik.directory.Staffing;
import ru.otklik.kernel.Outcome;
import ru.otklik.kernel.Refusal;

/** Changing one's own password. The other sessions of the person end, this one goes on. */
@Controller
class PasswordPage {

    private static final String VIEW = "access/password";

    private final People people;
    private final Staffing staffing;
    private final Attempts attempts;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    PasswordPage(People people, Staffing staffing, Attempts attempts, Clock clock) {
        this.people = people;
        this.staffing = staffing;
        this.attempts = attempts;
        this.clock = clock;
    }

    @GetMapping("/password")
    String show(CsrfToken csrf, Model model) {
        return view(model, csrf, "", "");
    }

    @PostMapping("/password")
    String change(
            @AuthenticationPrincipal Me me,
            @RequestParam String old,
            @RequestParam String fresh,
            @RequestParam String again,
            CsrfToken csrf,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return changed(me, old, fresh, again, request.getRemoteAddr())
                .fold(
                        person -> {
                            request.changeSessionId();
                            var context = new SecurityContextImpl(new SignedIn(Me.of(person), clock.instant()));
                            SecurityContextHolder.setContext(context);
                            contexts.saveContext(context, request, response);
                            return view(model, csrf, "", "Пароль изменён. Другие ваши сеансы завершены.");
                        },
                        refusal -> {
                            response.setStatus(422);
                            return view(model, csrf, refusal.sentence(), "");
                        });
    }

    private Outcome<Person> changed(Me me, String old, String fresh, String again, String address) {
        if (!fresh.equals(again)) {
            return Outcome.refused("passwords-differ", "Новый пароль и его повтор различаются. Введите их ещё раз.");
        }
        if (attempts.waitBefore(me.login(), address).isPresent()) {
            return Outcome.refused(new Refusal(
                    "too-many-attempts", "Слишком много неудачных попыток. Повторите через несколько минут."));
        }
        if (people.findByPassword(me.login(), old).isEmpty()) {
            return Outcome.refused("wrong-password", "Нынешний пароль введён неверно.");
        }
        attempts.forget(me.login(), address);
        return staffing.setPassword(me.personId(), fresh);
    }

    private static String view(Model model, CsrfToken csrf, String error, String done) {
        model.addAttribute("csrf", csrf);
        model.addAttribute("error", error);
        model.addAttribute("done", done);
        return VIEW;
    }
}
