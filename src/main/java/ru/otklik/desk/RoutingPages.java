package ru.otklik.desk;

import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.HtmlUtils;
import ru.otklik.access.Me;
import ru.otklik.casebook.Visibility;
import ru.otklik.casework.Action;
import ru.otklik.casework.Incidents;

/** Parts of the form of routing that are fetched when somebody begins to choose. */
@Controller
class RoutingPages {

    private final Incidents incidents;
    private final RoutingFields fields;
    private final Places places;
    private final String options;

    RoutingPages(Incidents incidents, RoutingFields fields, Places places) {
        this.incidents = incidents;
        this.fields = fields;
        this.places = places;
        var html = new StringBuilder();
        places.titles()
                .forEach(t -> html.append("<option value=\"")
                        .append(HtmlUtils.htmlEscape(t, "UTF-8"))
                        .append("\">\n"));
        options = html.toString();
    }

    /** All places, kept by the browser for a while. */
    @GetMapping("/places")
    ResponseEntity<String> places() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(options);
    }

    /** The lead anew, after another topic or place was chosen; a place that is not whole yet is no place. */
    @GetMapping("/incidents/{id}/lead")
    String lead(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String place,
            @AuthenticationPrincipal Me me,
            Model model) {
        var incident = incidents
                .find(id)
                .filter(Visibility.of(me.actor())::sees)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<String> where = places.code(place).fold(code -> code, unknown -> Optional.empty());
        model.addAttribute("field", fields.lead(incident, topic, where));
        model.addAttribute("path", Typed.path(Action.ROUTE));
        return "desk/field";
    }
}
