package ru.otklik.desk.repeats;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
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
import ru.otklik.repeats.CommonAnswers;
import ru.otklik.repeats.Events;
import ru.otklik.repeats.ForEach;

@Controller
class EventPages {

    private final Events events;
    private final CommonAnswers answers;
    private final EventScreen screen;
    private final Titles titles;

    EventPages(Events events, CommonAnswers answers, EventScreen screen, Titles titles) {
        this.events = events;
        this.answers = answers;
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
        return page(id, me.actor(), "", "", csrf, model);
    }

    @PostMapping("/events/{id}/join")
    String join(
            @PathVariable long id,
            @RequestParam(defaultValue = "") List<Long> incidents,
            @AuthenticationPrincipal Me me,
            RedirectAttributes flash) {
        visible(id, me.actor());
        return told(id, events.gather(id, incidents, me.actor()), flash);
    }

    @PostMapping("/events/{id}/take-out")
    String takeOut(
            @PathVariable long id,
            @RequestParam(defaultValue = "") List<Long> incidents,
            @AuthenticationPrincipal Me me,
            RedirectAttributes flash) {
        visible(id, me.actor());
        ForEach done = events.takeOut(id, incidents, me.actor());
        boolean empty = events.find(id, me.actor()).isEmpty();
        return empty ? "redirect:/events" : told(id, done, flash);
    }

    @PostMapping("/events/{id}/answer")
    String answer(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean accurate,
            @AuthenticationPrincipal Me me,
            CsrfToken csrf,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        visible(id, me.actor());
        String plain = text.replace("\r\n", "\n");
        return answers.submit(id, plain, accurate, me.actor()).fold(done -> told(id, done, flash), no -> {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, me.actor(), plain, no.sentence(), csrf, model);
        });
    }

    @PostMapping("/events/{id}/answers/{answer}/approve")
    String approve(
            @PathVariable long id, @PathVariable long answer, @AuthenticationPrincipal Me me, RedirectAttributes f) {
        return each(id, answer, me, f, answers::approve);
    }

    @PostMapping("/events/{id}/answers/{answer}/remark")
    String remark(
            @PathVariable long id,
            @PathVariable long answer,
            @RequestParam(defaultValue = "") String remarks,
            @AuthenticationPrincipal Me me,
            RedirectAttributes flash) {
        return each(id, answer, me, flash, (c, by) -> answers.remark(c, remarks.replace("\r\n", "\n"), by));
    }

    @PostMapping("/events/{id}/answers/{answer}/publish")
    String publish(
            @PathVariable long id, @PathVariable long answer, @AuthenticationPrincipal Me me, RedirectAttributes f) {
        return each(id, answer, me, f, answers::publish);
    }

    private String each(
            long id,
            long answer,
            Me me,
            RedirectAttributes flash,
            BiFunction<CommonAnswers.Common, Actor, ForEach> gesture) {
        var common = answers.find(id, answer, me.actor()).orElseThrow(EventPages::notThere);
        return told(id, gesture.apply(common, me.actor()), flash);
    }

    private static String told(long id, ForEach outcome, RedirectAttributes flash) {
        flash.addFlashAttribute("outcome", outcome);
        return "redirect:/events/" + id;
    }

    private String page(long id, Actor viewer, String text, String error, CsrfToken csrf, Model model) {
        @Nullable ForEach outcome = (ForEach) model.getAttribute("outcome");
        model.addAttribute("view", screen.view(visible(id, viewer), viewer, text, error, outcome, csrf));
        return "desk/event";
    }

    private Events.Gathered visible(long id, Actor viewer) {
        return events.find(id, viewer).orElseThrow(EventPages::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
