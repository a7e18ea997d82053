package ru.otklik.desk.repeats;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.otklik.access.Me;
import ru.otklik.casework.Actor;
import ru.otklik.desk.Titles;
import ru.otklik.kernel.Outcome;
import ru.otklik.kernel.Role;
import ru.otklik.repeats.Bursts;
import ru.otklik.repeats.Events;

@Controller
class BurstPages {

    private final Bursts bursts;
    private final Events events;
    private final BurstWords words;
    private final Titles titles;

    BurstPages(Bursts bursts, Events events, BurstWords words, Titles titles) {
        this.bursts = bursts;
        this.events = events;
        this.words = words;
        this.titles = titles;
    }

    @GetMapping("/bursts")
    String list(@AuthenticationPrincipal Me me, @ModelAttribute("error") String error, CsrfToken csrf, Model model) {
        Actor viewer = me.actor();
        if (!Bursts.isOpenTo(viewer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        List<BurstView.Line> lines = bursts.list(viewer).stream()
                .map(b -> new BurstView.Line(b, words.graph(b), words.now(b), bursts.messages(b, viewer)))
                .toList();
        boolean decides = viewer.is(Role.OPERATOR) || viewer.is(Role.APPROVER);
        model.addAttribute("view", new BurstView(lines, decides, events.mayGather(viewer), error, titles, csrf));
        return "desk/bursts";
    }

    @PostMapping("/bursts/{id}/seen")
    String seen(@PathVariable long id, @AuthenticationPrincipal Me me, RedirectAttributes flash) {
        return done(bursts.see(id, me.actor()), flash);
    }

    @PostMapping("/bursts/{id}/candidate")
    String candidate(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal Me me,
            RedirectAttributes flash) {
        return done(bursts.propose(id, note, me.actor()), flash);
    }

    private static String done(Outcome<Boolean> outcome, RedirectAttributes flash) {
        outcome.ifRefused(no -> flash.addFlashAttribute("error", no.sentence()));
        return "redirect:/bursts";
    }
}
