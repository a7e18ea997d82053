package ru.otklik.desk;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import ru.otklik.access.Me;
import ru.otklik.casebook.IncidentFiles;
import ru.otklik.casebook.Visibility;
import ru.otklik.casework.Action;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Incident;
import ru.otklik.casework.Incidents;
import ru.otklik.casework.StaleIncident;
import ru.otklik.desk.IncidentScreen.Attempt;
import ru.otklik.publication.Acting;

@Controller
class IncidentPages {

    private final Incidents incidents;
    private final IncidentFiles files;
    private final Gestures gestures;
    private final IncidentScreen screen;
    private final Acting acting;
    private final SaidBefore said;

    IncidentPages(
            Incidents incidents,
            IncidentFiles files,
            Gestures gestures,
            IncidentScreen screen,
            Acting acting,
            SaidBefore said) {
        this.incidents = incidents;
        this.files = files;
        this.gestures = gestures;
        this.screen = screen;
        this.acting = acting;
        this.said = said;
    }

    @GetMapping("/incidents/{id}")
    String show(@PathVariable long id, @AuthenticationPrincipal Me me, CsrfToken csrf, Model model) {
        return page(id, me.actor(), Attempt.NONE, csrf, model);
    }

    @PostMapping("/incidents/{id}/{action}")
    String act(
            @PathVariable long id,
            @PathVariable String action,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal Me me,
            CsrfToken csrf,
            HttpServletResponse response,
            Model model) {
        Typed typed = Typed.of(action, fields).orElseThrow(IncidentPages::notThere);
        Actor actor = me.actor();
        visible(id, actor);
        try {
            return gestures.command(typed)
                    .then(c -> acting.handle(id, typed.version(), c, actor))
                    .fold(after -> afterwards(after, actor), no -> {
                        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                        return page(id, actor, new Attempt(typed, no.sentence(), false), csrf, model);
                    });
        } catch (StaleIncident faster) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(id, actor, new Attempt(typed, "", true), csrf, model);
        }
    }

    /** A published answer joins what stands in the draft form; nothing is saved. */
    @PostMapping("/incidents/{id}/basis/{answered}")
    String basis(
            @PathVariable long id,
            @PathVariable long answered,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal Me me,
            CsrfToken csrf,
            Model model) {
        Actor actor = me.actor();
        int version = visible(id, actor).head().version();
        String basis = said.basis(answered, actor).orElseThrow(IncidentPages::notThere);
        Typed typed = new Typed(Action.SAVE_DRAFT, fields).joined("text", basis);
        return page(id, actor, new Attempt(typed, "", typed.version() != version), csrf, model);
    }

    /** What an authority gave back it no longer sees. */
    private static String afterwards(Incident after, Actor actor) {
        return Visibility.of(actor).sees(after)
                ? "redirect:/incidents/" + after.head().id()
                : "redirect:/";
    }

    private String page(long id, Actor viewer, Attempt attempt, CsrfToken csrf, Model model) {
        var incident = visible(id, viewer);
        var file = files.find(id, viewer).orElseThrow(IncidentPages::notThere);
        var view = screen.view(incident, file, viewer, attempt, csrf);
        model.addAttribute("view", view);
        model.addAttribute("said", said.of(view, viewer));
        return "desk/incident";
    }

    private Incident visible(long id, Actor viewer) {
        return incidents.find(id).filter(Visibility.of(viewer)::sees).orElseThrow(IncidentPages::notThere);
    }

    /** Also for what the viewer may not see: its being there is nobody else's business. */
    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
