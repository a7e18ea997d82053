package ru.otklik.calendar;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import ru.otklik.directory.People;
import ru.otklik.directory.Person;
import ru.otklik.kernel.Outcome;
import ru.otklik.kernel.Refusal;
import ru.otklik.region.CalendarFile;
import ru.otklik.region.WorkingTimeSettings;
import ru.otklik.worktime.CalendarYear;

/**
 * The administrator's page of the production calendar. What is shown before it is saved travels in the form and is
 * checked again when it comes back.
 */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class CalendarPages {

    private static final String LIST = "/admin/calendar";

    private final CalendarKeeping keeping;
    private final WorkingTimes times;
    private final People people;
    private final Clock clock;

    CalendarPages(CalendarKeeping keeping, WorkingTimes times, People people, Clock clock) {
        this.keeping = keeping;
        this.times = times;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping(LIST)
    String list(Model model) {
        return list("", model);
    }

    /** Nothing is saved: the answer says what would change. */
    @PostMapping(LIST)
    String preview(@RequestParam MultipartFile file, HttpServletResponse response, Model model) throws IOException {
        String source = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        Outcome<CalendarYear> read;
        try (var in = file.getInputStream()) {
            read = file.isEmpty() && source.isEmpty()
                    ? Outcome.refused("no-file", "Выберите файл с календарём на один год.")
                    : keeping.read(in);
        }
        return read.then(year -> keeping.preview(year).map(change -> {
                    model.addAttribute("content", YearFile.text(List.of(year)));
                    model.addAttribute("source", source);
                    return change;
                }))
                .fold(change -> preview(change, LIST + "/years", model), no -> refused(no, response, model));
    }

    @PostMapping(LIST + "/years")
    String load(
            @RequestParam String content,
            @RequestParam String source,
            @RequestParam String seen,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return CalendarFile.year(content)
                .then(year -> keeping.load(year, source, seen, me(request)))
                .fold(done -> "redirect:" + LIST, no -> refused(no, response, model));
    }

    @GetMapping(LIST + "/years/{year}/take-back")
    String previewTakeBack(@PathVariable int year, HttpServletResponse response, Model model) {
        model.addAttribute("content", "");
        model.addAttribute("source", "");
        return keeping.previewTakeBack(year)
                .fold(
                        change -> preview(change, LIST + "/years/" + year + "/take-back", model),
                        no -> refused(no, response, model));
    }

    @PostMapping(LIST + "/years/{year}/take-back")
    String takeBack(
            @PathVariable int year,
            @RequestParam String seen,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return keeping.takeBack(year, seen, me(request))
                .fold(done -> "redirect:" + LIST, no -> refused(no, response, model));
    }

    private String preview(YearChange change, String action, Model model) {
        model.addAttribute("change", change);
        model.addAttribute("action", action);
        model.addAttribute("seen", times.current().calendar().version());
        return "calendar/preview";
    }

    private String refused(Refusal no, HttpServletResponse response, Model model) {
        response.setStatus(no.code().startsWith("stale-") ? 409 : 422);
        return list(no.sentence(), model);
    }

    private String list(String error, Model model) {
        WorkingTimeSettings now = times.current();
        LocalDate today = LocalDate.ofInstant(clock.instant(), now.zone());
        model.addAttribute("error", error);
        model.addAttribute("years", YearLine.list(times));
        model.addAttribute("cover", Cover.of(now, today));
        return "calendar/list";
    }

    private Person me(HttpServletRequest request) {
        return people.findByLogin(request.getRemoteUser()).orElseThrow();
    }
}
