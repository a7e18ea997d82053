package ru.otklik.listening;

import java.time.ZoneId;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.otklik.networks.NetworkTitles;
import ru.otklik.region.WorkingTimeSettings;
import ru.otklik.worktime.TimeText;

/** What could not be stored, for those who can do something about it. */
@Controller
@PreAuthorize("hasAnyRole('OPERATOR', 'ADMINISTRATOR')")
public class AsidePages {

    public record Line(long id, String where, String text, String error, int tries, String at) {}

    private final Aside aside;
    private final ZoneId zone;

    AsidePages(Aside aside, WorkingTimeSettings time) {
        this.aside = aside;
        this.zone = time.zone();
    }

    @GetMapping("/listening")
    String show(CsrfToken csrf, Model model) {
        List<Line> lines = aside.list().stream()
                .map(r -> new Line(
                        r.id(),
                        NetworkTitles.of(r.message().network()) + ", № "
                                + r.message().externalId(),
                        r.message().text(),
                        r.error(),
                        r.tries(),
                        TimeText.moment(
                                r.asideAt().atZone(zone).toLocalDateTime().withNano(0))))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("csrf", csrf);
        model.asMap().putIfAbsent("done", "");
        return "listening/aside";
    }

    @PostMapping("/listening/{id}/again")
    String again(@PathVariable long id, RedirectAttributes after) {
        after.addFlashAttribute(
                "done",
                aside.again(id)
                        ? "Сообщение сохранено."
                        : "Сообщение снова не сохранилось. Ошибка показана рядом с ним.");
        return "redirect:/listening";
    }
}
