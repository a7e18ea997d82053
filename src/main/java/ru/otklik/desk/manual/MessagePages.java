package ru.otklik.desk.manual;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.otklik.casework.Assessment;
import ru.otklik.casework.Incidents;
import ru.otklik.casework.NewMessage;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.Proposal;
import ru.otklik.region.WorkingTimeSettings;
import ru.otklik.worktime.OutsideCalendar;
import tools.jackson.databind.json.JsonMapper;

@Controller
@PreAuthorize("hasRole('OPERATOR')")
class MessagePages {

    private final Incidents incidents;
    private final FirstAssessment assessment;
    private final WorkingTimeSettings time;
    private final JsonMapper json;
    private final Clock clock;

    MessagePages(
            Incidents incidents, FirstAssessment assessment, WorkingTimeSettings time, JsonMapper json, Clock clock) {
        this.incidents = incidents;
        this.assessment = assessment;
        this.time = time;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/messages/new")
    String blank(CsrfToken csrf, Model model) {
        return page(MessageForm.EMPTY, null, csrf, model);
    }

    @PostMapping("/messages/new")
    String add(
            @RequestParam MultiValueMap<String, String> fields,
            CsrfToken csrf,
            HttpServletResponse response,
            Model model) {
        MessageForm form = MessageForm.of(fields);
        try {
            return form.message(time.zone(), clock.instant())
                    .fold(
                            message -> received(form, message, csrf, model),
                            no -> refused(form, no.sentence(), csrf, response, model));
        } catch (OutsideCalendar e) {
            return refused(form, String.valueOf(e.getMessage()), csrf, response, model);
        }
    }

    private static String refused(
            MessageForm form, String sentence, CsrfToken csrf, HttpServletResponse response, Model model) {
        response.setStatus(422);
        return page(form.with(sentence), null, csrf, model);
    }

    private String received(MessageForm form, NewMessage message, CsrfToken csrf, Model model) {
        Proposal p = assessment.assess(message.text(), Optional.empty());
        var proposed = new Assessment(
                p.topic().map(Proposal.Guess::code).orElse(null),
                p.place().map(Proposal.PlaceGuess::code).orElse(null),
                p.importance(),
                false);
        Incidents.Received received = incidents.receive(message, proposed, json.writeValueAsString(p));
        return received.kind() == Incidents.Received.Kind.CREATED
                ? "redirect:/incidents/" + received.incident()
                : page(form, received, csrf, model);
    }

    /** @param known what the same link is already; null: nothing */
    private static String page(MessageForm form, Incidents.@Nullable Received known, CsrfToken csrf, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("known", known);
        model.addAttribute("csrf", csrf);
        return "desk/message-new";
    }
}
