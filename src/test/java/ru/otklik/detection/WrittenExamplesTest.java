package ru.otklik.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import ru.otklik.detection.learn.Example;
import ru.otklik.region.Region;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WrittenExamplesTest {

    private static final Region REGION = Region.named("stavropol");
    private static final WrittenExamples WRITTEN = new WrittenExamples(REGION, FirstAssessment.of(REGION));

    @Test
    void beside_a_tone_that_people_told_a_tenth_of_clean_messages_is_learned_from() {
        List<Example> said = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            said.add(new Example("перепалка " + i, null, null, null, i % 2 == 0));
        }
        List<Example> all = WRITTEN.beside(said);
        assertThat(all).hasSize(110).startsWith(said.toArray(Example[]::new));
        assertThat(all.subList(100, 110))
                .allSatisfy(e -> assertThat(e.toxic()).isFalse())
                .doesNotHaveDuplicates()
                .isEqualTo(WRITTEN.beside(said).subList(100, 110));
    }

    @Test
    void what_people_said_of_the_same_words_counts() {
        List<Example> said = WRITTEN.read().stream()
                .map(e -> new Example(e.text(), null, null, null, true))
                .toList();
        assertThat(WRITTEN.beside(said)).isEqualTo(said);
    }
}
