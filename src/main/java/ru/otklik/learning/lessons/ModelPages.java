package ru.otklik.learning.lessons;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.otklik.access.Me;
import ru.otklik.casework.World;
import ru.otklik.detection.models.Models;
import ru.otklik.directory.People;
import ru.otklik.kernel.Outcome;
import ru.otklik.kernel.Role;

/** What was learned: every attempt beside what was in use then, a new lesson, and the way back. */
@Controller
class ModelPages {

    private static final String PAGE = "/admin/models";

    private final Models models;
    private final Lessons lessons;
    private final Tutoring tutoring;
    private final People people;
    private final World world;

    ModelPages(Models models, Lessons lessons, Tutoring tutoring, People people, World world) {
        this.models = models;
        this.lessons = lessons;
        this.tutoring = tutoring;
        this.people = people;
        this.world = world;
    }

    @GetMapping(PAGE)
    String show(@AuthenticationPrincipal Me me, Model model) {
        ZoneId zone = world.workingTime(null).zone();
        model.addAttribute(
                "view",
                new ModelsView(
                        List.of(
                                ModelsView.kind(models, Models.Kind.TOPICS, "Тематика и исполнитель", zone),
                                ModelsView.kind(models, Models.Kind.TONE, "Тон сообщения", zone),
                                ModelsView.kind(models, Models.Kind.RESPONSE, "Нужен ли ответ", zone),
                                ModelsView.kind(models, Models.Kind.IMPORTANCE, "Категория важности", zone)),
                        lessons.last(),
                        lessons.freshDecisions(),
                        me.has(Role.ADMINISTRATOR)));
        return "learning/models";
    }

    @PostMapping(PAGE + "/learn")
    String learn(@AuthenticationPrincipal Me me, RedirectAttributes flash) {
        return told(tutoring.lesson(people.get(me.personId()), () -> {}), flash);
    }

    @GetMapping(PAGE + "/lesson")
    String lesson(@RequestHeader(name = "HX-Request", required = false) String fragment, Model model) {
        if (fragment == null || lessons.last().isEmpty()) {
            return "redirect:" + PAGE;
        }
        model.addAttribute("lesson", lessons.last().get());
        return "learning/lesson";
    }

    @PostMapping(PAGE + "/use")
    String use(
            @RequestParam Models.Kind kind,
            @RequestParam String version,
            @AuthenticationPrincipal Me me,
            RedirectAttributes flash)
            throws IOException {
        return told(tutoring.use(kind, version, people.get(me.personId())), flash);
    }

    private static String told(Outcome<String> outcome, RedirectAttributes flash) {
        outcome.fold(
                done -> flash.addFlashAttribute("told", done), no -> flash.addFlashAttribute("error", no.sentence()));
        return "redirect:" + PAGE;
    }
}
