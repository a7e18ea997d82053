package ru.otklik.learning;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.otklik.casework.World;
import ru.otklik.detection.FirstAssessment;

/** How well the program proposes, as people corrected it. */
@Controller
class QualityPages {

    private static final List<Integer> PERIODS = List.of(4, 12, 52);
    private static final int USUAL = 12;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final QualityRows rows;
    private final FirstAssessment detection;
    private final World world;
    private final Clock clock;

    QualityPages(QualityRows rows, FirstAssessment detection, World world, Clock clock) {
        this.rows = rows;
        this.detection = detection;
        this.world = world;
        this.clock = clock;
    }

    @GetMapping("/admin/quality")
    String show(@RequestParam(defaultValue = "") String weeks, Model model) {
        int period = period(weeks);
        model.addAttribute("view", new QualityView(period, PERIODS, weeks(period), topics(period)));
        return "learning/quality";
    }

    @GetMapping("/admin/quality.csv")
    void file(@RequestParam(defaultValue = "") String weeks, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"quality.csv\"");
        var out = response.getWriter();
        out.write(BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().fieldSeparator(';').build(out)) {
            csv.writeRecord(QualityView.HEADINGS);
            for (var week : weeks(period(weeks))) {
                csv.writeRecord(week);
            }
        }
    }

    private static int period(String weeks) {
        return PERIODS.stream()
                .filter(p -> p.toString().equals(weeks))
                .findFirst()
                .orElse(USUAL);
    }

    private List<List<String>> weeks(int period) {
        return rows.weeks(from(period), world.workingTime(null).zone()).stream()
                .map(QualityView::line)
                .toList();
    }

    private List<QualityView.TopicLine> topics(int period) {
        var rubric = detection.rubric();
        return rows.topics(from(period)).stream()
                .map(t -> QualityView.line(
                        t, code -> rubric.find(code).map(x -> x.title()).orElse(code)))
                .toList();
    }

    private Instant from(int weeks) {
        return clock.instant().minus(Duration.ofDays(7L * weeks));
    }
}
