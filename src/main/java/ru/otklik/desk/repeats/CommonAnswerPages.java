package ru.otklik.desk.repeats;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.otklik.access.Me;
import ru.otklik.casework.Actor;
import ru.otklik.repeats.CommonAnswer;
import ru.otklik.repeats.CommonAnswers;
import ru.otklik.repeats.ForEach;

/** One text for all messages of an event, from its draft to its publication. */
@Controller
class CommonAnswerPages {

    private final CommonAnswers answers;
    private final EventScreen screen;

    CommonAnswerPages(CommonAnswers answers, EventScreen screen) {
        this.answers = answers;
        this.screen = screen;
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
        screen.visible(id, me.actor());
        String plain = text.replace("\r\n", "\n");
        return answers.submit(id, plain, accurate, me.actor()).fold(done -> EventPages.told(id, done, flash), no -> {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return screen.page(id, me.actor(), plain, no.sentence(), csrf, model);
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
            long id, long answer, Me me, RedirectAttributes flash, BiFunction<CommonAnswer, Actor, ForEach> gesture) {
        var common = answers.find(id, answer, me.actor()).orElseThrow(EventScreen::notThere);
        return EventPages.told(id, gesture.apply(common, me.actor()), flash);
    }
}
