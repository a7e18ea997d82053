package ru.otklik.learning.lessons;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.otklik.casework.World;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.models.Models;
import ru.otklik.kernel.Role;

/** What was learned: every attempt beside what was in use then, a new lesson, and the way back. */
@Controller
class ModelPages {

    private static final String PAGE = "/admin/models";
    private static final Logger log = LoggerFactory.getLogger(ModelPages.class);

    private final Models models;
    private final Lessons lessons;
    private final FirstAssessment detection;
    private final World world;

    ModelPages(Models models, Lessons lessons, FirstAssessment detection, World world) {
        this.models = models;
        this.lessons = lessons;
        this.detection = detection;
        this.world = world;
    }

    @GetMapping(PAGE)
    String show(HttpServletRequest request, Model model) {
        ZoneId zone = world.workingTime(null).zone();
        model.addAttribute(
                "view",
                new ModelsView(
                        List.of(
                                ModelsView.kind(models, Models.Kind.TOPICS, "Тематика и исполнитель", zone),
                                ModelsView.kind(models, Models.Kind.TONE, "Тон сообщения", zone)),
                        lessons.last(),
                        lessons.freshDecisions(),
                        request.isUserInRole(Role.ADMINISTRATOR.name())));
        return "learning/models";
    }

    @PostMapping(PAGE + "/learn")
    String learn(HttpServletRequest request, RedirectAttributes flash) {
        if (lessons.start()) {
            log.info("A lesson was ordered by {}", request.getRemoteUser());
        } else {
            flash.addFlashAttribute("told", "Обучение уже идёт: дождитесь его конца.");
        }
        return "redirect:" + PAGE;
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
            HttpServletRequest request,
            RedirectAttributes flash)
            throws IOException {
        if (models.use(kind, version)) {
            detection.refresh();
            log.info("{} was put in use by {}", version, request.getRemoteUser());
            flash.addFlashAttribute("told", "Теперь в работе " + version + ".");
        } else {
            flash.addFlashAttribute("told", "Такой модели уже нет: хранятся пять последних. Выберите другую.");
        }
        return "redirect:" + PAGE;
    }
}
