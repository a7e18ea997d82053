package ru.otklik.detection;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** How well places are found in the sentences of places.csv, half of which are traps. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlaceSentencesTest {

    private static final FirstAssessment FIRST = FirstAssessment.ofRegion("stavropol");

    private int right;
    private int wrong;
    private int missed;
    private final List<String> misses = new ArrayList<>();

    @Test
    void places_are_found_and_traps_are_not_fallen_into() throws Exception {
        List<NamedCsvRecord> sentences = sentences();
        assertThat(sentences).hasSizeGreaterThanOrEqualTo(300);
        sentences.forEach(this::check);
        double precision = right / (double) (right + wrong);
        double recall = right / (double) (right + missed);
        String report = "precision %.4f recall %.4f of %d sentences%n%s"
                .formatted(precision, recall, sentences.size(), String.join("\n", misses));
        System.out.println(report);
        assertThat(precision).as(report).isGreaterThanOrEqualTo(0.97);
        assertThat(recall).as(report).isGreaterThanOrEqualTo(0.93);
    }

    /** A name that means either of several is one finding, right when all of them are offered. */
    private void check(NamedCsvRecord row) {
        Optional<String> source = Optional.of(row.getField("source")).filter(s -> !s.isEmpty());
        Set<String> found = new LinkedHashSet<>();
        FIRST.assess(row.getField("text"), source).places().forEach(p -> found.add(p.code()));
        Set<String> left = new LinkedHashSet<>(found);
        int lost = 0;
        for (String item : row.getField("places").split(" ")) {
            List<String> codes = item.isEmpty()
                    ? List.of()
                    : Arrays.stream(item.split("\\|")).toList();
            if (found.containsAll(codes)) {
                right += codes.isEmpty() ? 0 : 1;
                codes.forEach(left::remove);
            } else {
                lost++;
            }
        }
        missed += lost;
        wrong += left.size();
        if (lost > 0 || !left.isEmpty()) {
            misses.add("«%s»: expected [%s], found %s".formatted(row.getField("text"), row.getField("places"), found));
        }
    }

    private static List<NamedCsvRecord> sentences() throws Exception {
        try (var in = Objects.requireNonNull(PlaceSentencesTest.class.getResourceAsStream("/detection/places.csv"));
                var rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        }
    }
}
