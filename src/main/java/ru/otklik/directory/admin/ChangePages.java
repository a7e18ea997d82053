package ru.otklik.directory.admin;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import ru.otklik.directory.changes.Change;
import ru.otklik.directory.changes.Changes;
import ru.otklik.region.WorkingTimeSettings;

/** Who changed what of the directory. */
@Controller
class ChangePages {

    private static final int PAGE = 50;
    private static final int MOST_IN_FILE = 100_000;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");

    private final Changes changes;
    private final WorkingTimeSettings region;

    ChangePages(Changes changes, WorkingTimeSettings region) {
        this.changes = changes;
        this.region = region;
    }

    @GetMapping("/admin/changes")
    String show(@RequestParam MultiValueMap<String, String> fields, Model model) {
        String before = word(fields, "before");
        long from = before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
        List<ChangeLine> found = lines(fields, from, PAGE + 1);
        List<ChangeLine> page = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("lines", page);
        model.addAttribute("subjects", List.of(Change.Subject.values()));
        model.addAttribute("subject", word(fields, "subject"));
        model.addAttribute("text", word(fields, "text"));
        model.addAttribute(
                "next",
                found.size() > PAGE
                        ? address(
                                "/admin/changes",
                                fields,
                                page.get(PAGE - 1).change().id())
                        : "");
        model.addAttribute("csv", address("/admin/changes.csv", fields, 0));
        return "directory/changes";
    }

    @GetMapping("/admin/changes.csv")
    void file(@RequestParam MultiValueMap<String, String> fields, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"changes.csv\"");
        var out = response.getWriter();
        out.write('\uFEFF'); // a Russian spreadsheet opens it by a double click
        try (var csv = CsvWriter.builder().fieldSeparator(';').build(out)) {
            csv.writeRecord("№", "Когда", "Кто", "Что", "Название", "Действие", "Было", "Стало");
            for (ChangeLine line : lines(fields, Long.MAX_VALUE, MOST_IN_FILE)) {
                Change c = line.change();
                csv.writeRecord(
                        Long.toString(c.id()),
                        line.at(),
                        safe(c.personName()),
                        c.subject().title(),
                        safe(c.subjectName()),
                        c.act(),
                        safe(c.before()),
                        safe(c.after()));
            }
        }
    }

    private List<ChangeLine> lines(MultiValueMap<String, String> fields, long before, int limit) {
        String id = word(fields, "id");
        String text = word(fields, "text");
        var subject = Stream.of(Change.Subject.values())
                .filter(s -> s.name().equals(word(fields, "subject")))
                .findFirst()
                .orElse(null);
        var filter = new Changes.Filter(
                subject, id.matches("\\d{1,9}") ? Integer.valueOf(id) : null, text.isEmpty() ? null : text);
        return changes.list(filter, before, limit).stream()
                .map(c -> new ChangeLine(moment(c.at()), c))
                .toList();
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(region.zone()));
    }

    private static String address(String path, MultiValueMap<String, String> fields, long before) {
        var address = UriComponentsBuilder.fromPath(path);
        Stream.of("subject", "id", "text")
                .filter(f -> !word(fields, f).isEmpty())
                .forEach(f -> address.queryParam(f, word(fields, f)));
        return (before == 0 ? address : address.queryParam("before", before))
                .encode()
                .build()
                .toUriString();
    }

    private static String word(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null || value.indexOf('\0') >= 0 ? "" : value.strip();
    }

    /** What somebody typed must not run as a formula. */
    private static String safe(String text) {
        return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
