package ru.otklik.desk;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.otklik.access.Me;
import ru.otklik.casework.Action;
import ru.otklik.casework.Actor;
import ru.otklik.desk.IncidentScreen.Attempt;

@Controller
class BasisPages {

    private final OneIncident page;
    private final SaidBefore said;

    BasisPages(OneIncident page, SaidBefore said) {
        this.page = page;
        this.said = said;
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
        int version = page.visible(id, actor).head().version();
        String basis = said.basis(answered, actor).orElseThrow(OneIncident::notThere);
        Typed typed = new Typed(Action.SAVE_DRAFT, fields).joined("text", basis);
        return page.show(id, actor, new Attempt(typed, "", typed.version() != version), csrf, model);
    }
}
