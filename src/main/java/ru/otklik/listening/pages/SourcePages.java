package ru.otklik.listening.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import ru.otklik.kernel.Outcome;
import ru.otklik.kernel.Role;
import ru.otklik.listening.Inbox;
import ru.otklik.listening.Sources;
import ru.otklik.listening.Watched;
import ru.otklik.networks.Found;
import ru.otklik.networks.NetworkTitles;
import ru.otklik.networks.Networks;
import ru.otklik.networks.Voices;
import ru.otklik.region.WorkingTimeSettings;
import ru.otklik.worktime.TimeText;

/** Sources: what is watched, how it fares, and how a new one is added by its link. */
@Controller
class SourcePages {

    private final Sources sources;
    private final Networks networks;
    private final Voices voices;
    private final Inbox inbox;
    private final WorkingTimeSettings region;
    private final Clock clock;

    SourcePages(
            Sources sources, Networks networks, Voices voices, Inbox inbox, WorkingTimeSettings region, Clock clock) {
        this.sources = sources;
        this.networks = networks;
        this.voices = voices;
        this.inbox = inbox;
        this.region = region;
        this.clock = clock;
    }

    @GetMapping("/admin/sources")
    String list(HttpServletRequest request, Model model) {
        model.addAttribute("sources", sources.list().stream().map(this::line).toList());
        model.addAttribute("mayChange", request.isUserInRole(Role.ADMINISTRATOR.name()));
        return "listening/sources";
    }

    @GetMapping("/admin/sources/new")
    String blank(HttpServletRequest request, Model model) {
        LocalDate weekAgo = LocalDate.ofInstant(clock.instant().minus(Duration.ofDays(7)), region.zone());
        return form(SourceForm.blank(weekAgo), null, request, model);
    }

    /** First what the network says of the link is shown; the same form sent once more adds it. */
    @PostMapping("/admin/sources")
    String add(
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        SourceForm typed = typed(fields);
        boolean sure = fields.containsKey("sure");
        Outcome<Found> found = sources.recognise(typed.network(), typed.link(), typed.accountNumber());
        return found.fold(
                f -> sure
                        ? typed.draft(f, region.zone())
                                .map(sources::add)
                                .orElseGet(() -> Outcome.refused(
                                        "bad-fields", "Проверьте период опроса, число сообщений и дату."))
                                .fold(
                                        id -> "redirect:/admin/sources/" + id,
                                        no -> refused(typed, f, no.sentence(), request, response, model))
                        : form(typed, f, request, model),
                no -> refused(typed, null, no.sentence(), request, response, model));
    }

    @GetMapping("/admin/sources/{id}")
    String show(@PathVariable int id, HttpServletRequest request, Model model) {
        return one(id, "", request, model);
    }

    @PostMapping("/admin/sources/{id}")
    String change(
            @PathVariable int id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        SourceForm typed = typed(fields);
        int version =
                SourceForm.number(String.valueOf(fields.getFirst("version"))).orElse(-1);
        return sources.change(
                        id,
                        version,
                        new Sources.Change(
                                Duration.ofSeconds(
                                        SourceForm.number(typed.every()).orElse(0)),
                                SourceForm.number(typed.most()).orElse(0),
                                typed.territory(),
                                fields.containsKey("active")))
                .fold(done -> "redirect:/admin/sources/" + id, no -> {
                    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                    return one(id, no.sentence(), request, model);
                });
    }

    @PostMapping("/admin/sources/{id}/now")
    String hearNow(@PathVariable int id) {
        sources.hearNow(id);
        return "redirect:/admin/sources/" + id;
    }

    /** A territory that is not in the list is not kept. */
    private SourceForm typed(MultiValueMap<String, String> fields) {
        return SourceForm.typed(fields, inbox.territories().keySet());
    }

    private String refused(
            SourceForm typed,
            @Nullable Found found,
            String why,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(typed.refused(why), found, request, model);
    }

    private String form(SourceForm form, @Nullable Found found, HttpServletRequest request, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("found", found);
        model.addAttribute("territories", inbox.territories());
        model.addAttribute(
                "networks", networks.list().stream().map(n -> n.key()).toList());
        model.addAttribute(
                "voices",
                networks.list().stream()
                        .flatMap(n -> voices.list(n.key()).stream())
                        .toList());
        model.addAttribute("csrf", request.getAttribute(CsrfToken.class.getName()));
        return "listening/source-new";
    }

    private String one(int id, String error, HttpServletRequest request, Model model) {
        Watched watched = sources.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("line", line(watched));
        model.addAttribute(
                "pushes",
                networks.find(watched.source().place().network())
                        .map(n -> n.abilities().pushes())
                        .orElse(false));
        model.addAttribute(
                "hook",
                ServletUriComponentsBuilder.fromContextPath(request)
                        .path("/hooks/" + watched.source().hook())
                        .toUriString());
        model.addAttribute("error", error);
        model.addAttribute("territories", inbox.territories());
        model.addAttribute("mayChange", request.isUserInRole(Role.ADMINISTRATOR.name()));
        model.addAttribute("csrf", request.getAttribute(CsrfToken.class.getName()));
        return "listening/source";
    }

    private SourceLine line(Watched w) {
        String state = !w.source().active()
                ? "выключен"
                : w.health().isWell() ? w.health().heardAt() == null ? "ещё не опрошен" : "работает" : "ошибка";
        return new SourceLine(
                w,
                NetworkTitles.of(w.source().place().network()),
                state,
                moment(w.health().heardAt()),
                moment(w.health().failedAt()),
                moment(w.health().nextAt()),
                moment(w.source().since()));
    }

    private String moment(@Nullable Instant at) {
        return Optional.ofNullable(at)
                .map(a -> TimeText.moment(
                        a.truncatedTo(ChronoUnit.SECONDS).atZone(region.zone()).toLocalDateTime()))
                .orElse("");
    }
}
