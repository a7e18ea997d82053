package ru.otklik.desk.repeats;

import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.otklik.access.Me;
import ru.otklik.casework.Actor;
import ru.otklik.desk.Titles;
import ru.otklik.repeats.Events;
import ru.otklik.repeats.ForEach;

@Controller
class EventPages {

    private final Events events;
    private final EventScreen screen;
    private final Titles titles;

    EventPages(Events events, EventScreen screen, Titles titles) {
        this.events = events;
        this.screen = screen;
        this.titles = titles;
    }

    @GetMapping("/events")
    String list(@AuthenticationPrincipal Me me, @ModelAttribute("error") String error, CsrfToken csrf, Model model) {
        Actor viewer = me.actor();
        model.addAttribute("view", new EventList(events.list(viewer), events.proposed(viewer), error, titles, csrf));
        return "desk/events";
    }

    @PostMapping("/events")
    String open(
            @RequestParam(defaultValue = "") List<Long> incidents,
            @AuthenticationPrincipal Me me,
            RedirectAttributes flash) {
        return events.open(incidents, me.actor())
                .fold(
                        opened -> {
                            flash.addFlashAttribute("outcome", opened.done());
                            return "redirect:/events/" + opened.event();
                        },
                        no -> {
                            flash.addFlashAttribute("error", no.sentence());
                            return "redirect:/events";
                        });
    }

    @GetMapping("/events/{id}")
    String show(@PathVariable long id, @AuthenticationPrincipal Me me, CsrfToken csrf, Model model) {
        return screen.page(id, me.actor(), "", "", csrf, model);
    }

    @PostMapping("/events/{id}/join")
    String join(
            @PathVariable long id,
            @RequestParam(defaultValue = "") List<Long> incidents,
            @AuthenticationPrincipal Me me,
            RedirectAttributes flash) {
        screen.visible(id, me.actor());
        return told(id, events.gather(id, incidents, me.actor()), flash);
    }

    @PostMapping("/events/{id}/take-out")
    String takeOut(
            @PathVariable long id,
            @RequestParam(defaultValue = "") List<Long> incidents,
            @AuthenticationPrincipal Me me,
            RedirectAttributes flash) {
        screen.visible(id, me.actor());
        ForEach done = events.takeOut(id, incidents, me.actor());
        boolean empty = events.find(id, me.actor()).isEmpty();
        return empty ? "redirect:/events" : told(id, done, flash);
    }

    static String told(long id, ForEach outcome, RedirectAttributes flash) {
        flash.addFlashAttribute("outcome", outcome);
        return "redirect:/events/" + id;
    }
}
