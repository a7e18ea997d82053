import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.models.Models;
import ru.otklik.detection.text.Words;
import ru.otklik.region.Region;

/** Messages a second of one core, by the wall and by the CPU of this thread. Arguments: CSV with a column «text»; a data folder with models, if any. */
public class AssessmentSpeed {

    static int seen;

    public static void main(String[] args) throws Exception {
        List<String> texts = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(Path.of(args[0]))) {
            rows.forEach(r -> texts.add(r.getField("text")));
        }
        FirstAssessment first = args.length < 2
                ? FirstAssessment.ofRegion("stavropol")
                : FirstAssessment.ofAny(Region.named("stavropol"), new Models(Path.of(args[1])));
        measure("words", texts, t -> Words.of(t).size());
        measure("assessment", texts, t -> first.assess(t, Optional.empty()).topics().size());
    }

    static void measure(String what, List<String> texts, ToIntFunction<String> work) {
        var threads = ManagementFactory.getThreadMXBean();
        for (int round = 1; round <= 8; round++) {
            long wall = System.nanoTime();
            long cpu = threads.getCurrentThreadCpuTime();
            texts.forEach(t -> seen += work.applyAsInt(t));
            System.out.printf(
                    Locale.ROOT, "%-10s round %d  %.0f/s by the wall, %.0f/s of CPU%n", what, round,
                    texts.size() * 1e9 / (System.nanoTime() - wall),
                    texts.size() * 1e9 / (threads.getCurrentThreadCpuTime() - cpu));
        }
    }
}
