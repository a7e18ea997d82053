package ru.otklik.learning.competence;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.otklik.access.Me;
import ru.otklik.directory.People;
import ru.otklik.kernel.Role;
import ru.otklik.learning.competence.CompetenceView.Typed;

/** The table of competences: the centre and the administrator keep it, the controller reads it. */
@Controller
class CompetencePages {

    static final String LIST = "/admin/competences";

    private final CompetenceTable table;
    private final Keeping keeping;
    private final People people;

    CompetencePages(CompetenceTable table, Keeping keeping, People people) {
        this.table = table;
        this.keeping = keeping;
        this.people = people;
    }

    @GetMapping(LIST)
    String show(@RequestParam Map<String, String> fields, @AuthenticationPrincipal Me me, Model model) {
        return page(fields, Typed.NOTHING, me, model);
    }

    @GetMapping(LIST + ".csv")
    void file(@RequestParam Map<String, String> fields, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"competences.csv\"");
        var out = response.getWriter();
        out.write('\uFEFF'); // a Russian spreadsheet opens it by a double click
        try (var csv = CsvWriter.builder().fieldSeparator(';').build(out)) {
            csv.writeRecord("Тематика", "Код тематики", "Территория", "Код территории", "Орган власти", "Код органа");
            table.list(CompetenceView.Filter.of(fields))
                    .forEach(l -> csv.writeRecord(
                            safe(l.topic()), l.subject(), l.where(), l.at(), safe(l.authority()), l.code()));
        }
    }

    @PostMapping(LIST)
    String add(
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal Me me,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        Typed typed = Typed.of(fields);
        return keeping.add(typed, people.get(me.personId()))
                .fold(done -> told("done", "Внесено: " + done, fields, after), no -> {
                    response.setStatus(422);
                    return page(fields, typed.refused(no.sentence()), me, model);
                });
    }

    @PostMapping(LIST + "/remove")
    String remove(@RequestParam Map<String, String> fields, @AuthenticationPrincipal Me me, RedirectAttributes after) {
        return keeping.remove(Typed.of(fields), people.get(me.personId()))
                .fold(
                        done -> told("done", "Убрано: " + done, fields, after),
                        no -> told("error", no.sentence(), fields, after));
    }

    private static String told(String how, String sentence, Map<String, String> fields, RedirectAttributes after) {
        after.addFlashAttribute(how, sentence);
        return "redirect:" + CompetenceTable.address(LIST, fields);
    }

    private String page(Map<String, String> fields, Typed typed, Me me, Model model) {
        boolean mayChange = me.has(Role.ADMINISTRATOR) || me.has(Role.OPERATOR);
        model.addAttribute("view", table.view(fields, typed, mayChange));
        model.asMap().putIfAbsent("done", "");
        model.asMap().putIfAbsent("error", typed.error());
        return "learning/competences";
    }

    /** A name that somebody typed must not run as a formula. */
    private static String safe(String text) {
        return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
