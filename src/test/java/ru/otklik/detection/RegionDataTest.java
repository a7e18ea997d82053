package ru.otklik.detection;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import ru.otklik.region.Region;
import ru.otklik.regulation.Importance;

/** The files of the region agree with each other. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RegionDataTest {

    private static final RegionFiles FILES = new RegionFiles(Region.named("stavropol"));
    private static final Rubric RUBRIC = Rubric.of(FILES);
    private static final Gazetteer GAZETTEER = Gazetteer.of(FILES);
    private static final List<KnownAuthorities.Body> AUTHORITIES =
            KnownAuthorities.ofFile(FILES).list();

    @Test
    void every_topic_has_words_and_a_title_and_a_code_inside_its_group() {
        assertThat(RUBRIC.topics()).hasSizeGreaterThan(110).allSatisfy(t -> {
            assertThat(t.words()).isNotBlank();
            assertThat(t.title()).isNotBlank();
            assertThat(t.code()).matches("[a-z_]+\\.[a-z_]+").startsWith(t.group() + ".");
        });
    }

    @Test
    void codes_and_titles_are_unique() {
        assertThat(RUBRIC.topics()).extracting(Rubric.Topic::code).doesNotHaveDuplicates();
        assertThat(RUBRIC.topics()).extracting(Rubric.Topic::title).doesNotHaveDuplicates();
        assertThat(RUBRIC.groups()).extracting(Rubric.Group::code).doesNotHaveDuplicates();
        assertThat(AUTHORITIES).extracting(KnownAuthorities.Body::code).doesNotHaveDuplicates();
    }

    @Test
    void every_competence_is_a_topic_or_a_group() {
        Set<String> known = Stream.concat(
                        RUBRIC.topics().stream().map(Rubric.Topic::code),
                        RUBRIC.groups().stream().map(Rubric.Group::code))
                .collect(Collectors.toSet());
        assertThat(AUTHORITIES)
                .allSatisfy(a -> assertThat(known).containsAll(a.subjects().keySet()));
    }

    @Test
    void every_topic_is_somebodys_business() {
        Set<String> covered = new TreeSet<>();
        AUTHORITIES.forEach(a -> covered.addAll(a.subjects().keySet()));
        assertThat(RUBRIC.topics())
                .allSatisfy(t -> assertThat(covered).as(t.code()).containsAnyOf(t.code(), t.group()));
    }

    @Test
    void there_are_33_territories_each_with_its_administration_and_its_centre() {
        assertThat(GAZETTEER.territories()).hasSize(33).allSatisfy(t -> {
            assertThat(AUTHORITIES).anyMatch(a -> isOf(a, t.code()));
            assertThat(GAZETTEER.settlements())
                    .anyMatch(s -> s.territory().equals(t.code()) && s.name().equals(t.centre()));
        });
    }

    @Test
    void there_are_22_bodies_of_the_region() {
        assertThat(AUTHORITIES.stream().filter(a -> isOf(a, KnownAuthorities.EVERYWHERE)))
                .hasSize(22);
    }

    private static boolean isOf(KnownAuthorities.Body body, String territory) {
        return body.subjects().values().stream().allMatch(List.of(territory)::equals);
    }

    @Test
    void every_topic_has_written_examples_each_for_an_authority_of_the_region() throws IOException {
        Set<String> codes =
                AUTHORITIES.stream().map(KnownAuthorities.Body::code).collect(Collectors.toSet());
        Map<String, Long> examples = new TreeMap<>();
        try (var rows =
                CsvReader.builder().ofNamedCsvRecord(Region.named("stavropol").open("examples.csv"))) {
            rows.forEach(r -> {
                assertThat(codes).contains(r.getField("authority"));
                assertThat(Importance.named(r.getField("importance"))).isPresent();
                examples.merge(r.getField("topic"), 1L, Long::sum);
            });
        }
        assertThat(examples.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        RUBRIC.topics().stream().map(Rubric.Topic::code).toList());
        assertThat(examples.values()).allMatch(n -> n >= 3);
    }

    @Test
    void settlements_lie_in_the_region() {
        assertThat(GAZETTEER.settlements()).hasSizeGreaterThan(500).allSatisfy(s -> {
            assertThat(s.lat()).isBetween(43.5, 46.5);
            assertThat(s.lon()).isBetween(40.5, 46.0);
        });
    }
}
