package ru.otklik.desk;

import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import ru.otklik.casebook.IncidentFiles;
import ru.otklik.casebook.Visibility;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Incident;
import ru.otklik.casework.Incidents;
import ru.otklik.desk.IncidentScreen.Attempt;

/** The page of one incident, whatever led to it. */
@Component
class OneIncident {

    private final Incidents incidents;
    private final IncidentFiles files;
    private final IncidentScreen screen;
    private final SaidBefore said;

    OneIncident(Incidents incidents, IncidentFiles files, IncidentScreen screen, SaidBefore said) {
        this.incidents = incidents;
        this.files = files;
        this.screen = screen;
        this.said = said;
    }

    String show(long id, Actor viewer, Attempt attempt, CsrfToken csrf, Model model) {
        var incident = visible(id, viewer);
        var file = files.find(id, viewer).orElseThrow(OneIncident::notThere);
        var view = screen.view(incident, file, viewer, attempt, csrf);
        model.addAttribute("view", view);
        model.addAttribute("said", said.of(view, viewer));
        return "desk/incident";
    }

    Incident visible(long id, Actor viewer) {
        return incidents.find(id).filter(Visibility.of(viewer)::sees).orElseThrow(OneIncident::notThere);
    }

    /** Also for what the viewer may not see: its being there is nobody else's business. */
    static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
