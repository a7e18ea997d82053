package ru.otklik.learning.lessons;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.Rubric;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.Authority;
import ru.otklik.region.Region;

/** Messages that somebody wrote for the rubric of the region, {@code examples.csv}: a start while people have decided little. */
@Component
class WrittenExamples {

    private final Region region;
    private final FirstAssessment detection;
    private final Authorities authorities;

    WrittenExamples(Region region, FirstAssessment detection, Authorities authorities) {
        this.region = region;
        this.detection = detection;
        this.authorities = authorities;
    }

    /** @return how many there are */
    int write(CsvWriter csv) throws IOException {
        Optional<Reader> file = region.find("examples.csv");
        int count = 0;
        if (file.isPresent()) {
            try (var rows = CsvReader.builder().ofNamedCsvRecord(file.get())) {
                for (NamedCsvRecord row : rows) {
                    csv.writeRecord(row.getField("text"), topic(row.getField("topic")), authority(row), "0");
                    count++;
                }
            }
        }
        return count;
    }

    private String topic(String code) {
        return detection.rubric().find(code).map(Rubric.Topic::title).orElse(code);
    }

    private String authority(NamedCsvRecord row) {
        String code = row.getField("authority");
        return authorities.find(code).map(Authority::title).orElse(code);
    }
}
