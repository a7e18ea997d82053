package ru.otklik;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import ru.otklik.casework.World;
import ru.otklik.database.OtklikTest;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.Authority;
import ru.otklik.directory.MovableClock;
import ru.otklik.region.WorkingTimeSettings;

/** The whole application works for a region that is nothing but a directory of files. */
@OtklikTest(properties = "otklik.demo=false")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SecondRegionTest {

    private static final Path FILES = Path.of("src/test/resources/regions/zarechye");

    @TempDir
    static Path regions;

    @Autowired
    Authorities authorities;

    @Autowired
    FirstAssessment assessment;

    @Autowired
    WorkingTimeSettings time;

    @Autowired
    World world;

    @DynamicPropertySource
    static void region(DynamicPropertyRegistry settings) {
        settings.add("otklik.region", () -> "zalesye");
        settings.add("otklik.region-dir", () -> {
            put();
            return regions.toString();
        });
    }

    /** Under a name that the program has never heard, with an authority that no file of the program names. */
    private static void put() {
        try (var files = Files.list(FILES)) {
            Path directory = Files.createDirectories(regions.resolve("zalesye"));
            for (Path file : files.toList()) {
                Files.writeString(
                        directory.resolve(file.getFileName()),
                        Files.readString(file)
                                .replace("zarechye", "zalesye")
                                .replace("министерство пробных дорог", "министерство паромов"));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void its_authorities_are_the_directory() {
        assertThat(authorities.list())
                .extracting(Authority::code)
                .containsExactlyInAnyOrder("minjkh", "mindor", "probny");
        assertThat(authorities.find("mindor").orElseThrow().title()).isEqualTo("министерство паромов");
    }

    @Test
    void its_rubric_places_and_authorities_are_what_the_first_assessment_proposes() {
        var proposal = assessment.assess("В Кедровке не ходит паром", Optional.empty());
        assertThat(proposal.topic().orElseThrow().code()).isEqualTo("river.ferry");
        assertThat(proposal.place().orElseThrow().code()).isEqualTo("probny.kedrovka");
        assertThat(proposal.authority().orElseThrow().title()).isEqualTo("министерство паромов");
        assertThat(assessment.rubric().groups()).hasSize(2);
    }

    @Test
    void its_clock_and_its_regulation_count_the_terms() {
        assertThat(time.zone()).isEqualTo(ZoneId.of("Asia/Yekaterinburg"));
        assertThat(world.regulationOf(null, MovableClock.FRI_20_NOV_16_30).key())
                .startsWith("zalesye/");
    }
}
