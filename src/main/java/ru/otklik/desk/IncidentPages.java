package ru.otklik.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.multipart.MultipartFile;
import ru.otklik.access.Me;
import ru.otklik.casebook.Queue;
import ru.otklik.casebook.QueueRow;
import ru.otklik.casebook.Queues;
import ru.otklik.casebook.Visibility;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Incident;
import ru.otklik.casework.StaleIncident;
import ru.otklik.desk.IncidentScreen.Attempt;
import ru.otklik.desk.pictures.Album;
import ru.otklik.publication.Acting;

@Controller
class IncidentPages {

    private final OneIncident page;
    private final Gestures gestures;
    private final Titles titles;
    private final Acting acting;
    private final Queues queues;

    IncidentPages(OneIncident page, Gestures gestures, Titles titles, Acting acting, Queues queues) {
        this.page = page;
        this.gestures = gestures;
        this.titles = titles;
        this.acting = acting;
        this.queues = queues;
    }

    @GetMapping("/incidents/{id}")
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal Me me,
            CsrfToken csrf,
            Model model) {
        model.addAttribute("after", after);
        return page.show(id, me.actor(), Attempt.NONE, csrf, model);
    }

    @PostMapping("/incidents/{id}/{action}")
    String act(
            @PathVariable long id,
            @PathVariable String action,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @AuthenticationPrincipal Me me,
            CsrfToken csrf,
            HttpServletResponse response,
            Model model) {
        Typed sent = Typed.of(action, fields).orElseThrow(OneIncident::notThere);
        Actor actor = me.actor();
        Incident incident = page.visible(id, actor);
        Album album = gestures.album(sent, incident, actor, files == null ? List.of() : files);
        Typed typed = sent.with("picture", album.hashes());
        try {
            return album.whole()
                    .then(whole -> gestures.command(typed))
                    .then(c -> acting.handle(id, typed.version(), c, actor))
                    .fold(after -> afterwards(after, actor, typed), no -> {
                        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                        return page.show(id, actor, new Attempt(typed, no.sentence(), false), csrf, model);
                    });
        } catch (StaleIncident faster) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return page.show(id, actor, new Attempt(typed, "", true), csrf, model);
        }
    }

    /** What an authority gave back it no longer sees. */
    private String afterwards(Incident after, Actor actor, Typed typed) {
        if (!typed.text("next").isEmpty()) {
            return next(actor, after.head().id());
        }
        return Visibility.of(actor).sees(after)
                ? "redirect:/incidents/" + after.head().id()
                : "redirect:/";
    }

    /** What waits longest after this one. */
    private String next(Actor actor, long done) {
        return queues.list(Queue.CENTRE, actor, Queues.Filter.NONE, null, titles.now(), 2).rows().stream()
                .map(QueueRow::id)
                .filter(id -> id != done)
                .findFirst()
                .map(id -> "redirect:/incidents/" + id + "?after=" + done)
                .orElse("redirect:/");
    }
}
