package ru.otklik.intake.upload;

import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

@Controller
class ImportPages {

    private final ImportRuns runs;
    private final Uploads uploads;

    ImportPages(ImportRuns runs, Uploads uploads) {
        this.runs = runs;
        this.uploads = uploads;
    }

    @GetMapping("/import")
    String form(CsrfToken csrf, Model model) {
        model.addAttribute("csrf", csrf);
        model.addAttribute("error", "");
        return "intake/form";
    }

    @PostMapping("/import")
    String start(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String textColumn,
            CsrfToken csrf,
            Model model)
            throws IOException {
        if (file.isEmpty()) {
            model.addAttribute("csrf", csrf);
            model.addAttribute("error", "Выберите файл.");
            return "intake/form";
        }
        String name = file.getOriginalFilename() == null ? "файл" : file.getOriginalFilename();
        var said = textColumn.isBlank() ? Map.<String, String>of() : Map.of("text", textColumn);
        return "redirect:/import/" + runs.start(uploads.keep(file), name, said).id();
    }

    @GetMapping("/import/{id}")
    String show(
            @PathVariable String id,
            @RequestHeader(name = "HX-Request", required = false) String fragment,
            Model model) {
        var run = runs.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("run", run);
        return fragment == null ? "intake/run" : "intake/progress";
    }
}
