package ru.otklik.cli.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.learn.Example;
import ru.otklik.detection.models.Comparison;
import ru.otklik.detection.models.Models;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TrainingTest {

    private static final String[] WORDS = {"яма на дороге", "маршрутка и остановка", "мусор и свалка"};

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static FirstAssessment rules;

    @BeforeAll
    static void read_the_rules() {
        rules = FirstAssessment.ofRegion("stavropol");
    }

    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void a_model_that_is_worse_on_the_held_back_messages_replaces_nothing() throws IOException {
        assertThat(train(messages(0))).isTrue();
        assertThat(train(messages(1))).as("learned from wrong labels").isFalse();
        assertThat(said()).endsWith("Новая модель хуже: остаётся topics-1.");
        assertThat(new Models(home).topics().orElseThrow().version()).isEqualTo("topics-1");
    }

    @Test
    void one_that_is_not_worse_replaces_the_present_one() throws IOException {
        assertThat(train(messages(0))).isTrue();
        assertThat(train(messages(0))).isTrue();
        assertThat(said()).endsWith("Новая модель в работе: topics-2, тем 3, органов власти 0.");
        assertThat(new Models(home).topics().orElseThrow().version()).isEqualTo("topics-2");
    }

    @Test
    void every_attempt_is_told_of_with_both_figures() throws IOException {
        train(messages(0));
        train(messages(1));
        List<Comparison> told = new Models(home).comparisons(Models.Kind.TOPICS);
        assertThat(told)
                .extracting(Comparison::version, Comparison::before, Comparison::taken, Comparison::at)
                .containsExactly(tuple("topics-2", "topics-1", false, NOW), tuple("topics-1", "", true, NOW));
        assertThat(told.get(0).lines()).hasSize(1);
        assertThat(told.get(0).lines().get(0).present().accuracy()).isEqualTo(1);
        assertThat(told.get(0).lines().get(0).fresh().accuracy()).isZero();
    }

    @Test
    void a_first_model_that_is_worse_than_the_rules_is_not_used() throws IOException {
        String[] known = Stream.of(WORDS)
                .map(w -> rules.assess(w, Optional.empty()).topics().get(0).title())
                .toArray(String[]::new);
        assertThat(train(messages(1, known))).isFalse();
        assertThat(said()).contains("Темы, правила: ").endsWith("Новая модель хуже: остаются правила.");
        assertThat(new Models(home).topics()).isEmpty();
        assertThat(new Models(home).comparisons(Models.Kind.TOPICS)).hasSize(1);
    }

    @Test
    void one_can_go_back_and_what_is_learned_next_is_compared_with_that() throws IOException {
        train(messages(0));
        train(messages(0));
        Models models = new Models(home);
        assertThat(models.use(Models.Kind.TOPICS, "topics-1")).isTrue();
        assertThat(models.use(Models.Kind.TOPICS, "topics-7")).isFalse();
        assertThat(models.topics().orElseThrow().version()).isEqualTo("topics-1");
        train(messages(0));
        assertThat(models.comparisons(Models.Kind.TOPICS).get(0).before()).isEqualTo("topics-1");
        assertThat(models.topics().orElseThrow().version()).isEqualTo("topics-3");
    }

    @Test
    void only_the_newest_models_are_kept() throws IOException {
        for (int i = 0; i < 6; i++) {
            train(messages(0));
        }
        Models models = new Models(home);
        assertThat(models.versions(Models.Kind.TOPICS))
                .containsExactly("topics-6", "topics-5", "topics-4", "topics-3", "topics-2");
        assertThat(models.comparisons(Models.Kind.TOPICS)).hasSize(6);
        assertThat(home.resolve("models/topics-1.twin")).doesNotExist();
    }

    @Test
    void what_was_learned_from_before_is_learned_from_again_with_labels_as_they_are_written_now() throws IOException {
        train(messages(0));
        List<Example> taught = new Models(home).taught(Models.Kind.TOPICS);
        assertThat(taught).isEqualTo(messages(0).topics());
        List<Example> joined = Corpus.joined(
                List.of(
                        new Example("новое", "ТЕМА 1", null, null, null),
                        new Example(taught.get(0).text(), "тема 2", null, null, null)),
                taught);
        assertThat(joined).hasSize(taught.size() + 1);
        assertThat(joined.get(1).topic()).as("what is said now counts").isEqualTo("тема 2");
        assertThat(joined).extracting(Example::topic).contains("ТЕМА 1").doesNotContain("тема 1");
    }

    private static Corpus messages(int off) {
        return messages(off, "тема 0", "тема 1", "тема 2");
    }

    /** @param off what is learned from is called by the next but so many names; what is held back by its own */
    private static Corpus messages(int off, String... topics) {
        List<Example> all = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            int topic = i % WORDS.length;
            var told = new Example(WORDS[topic] + " у дома " + i, topics[topic], null, null, null);
            var wrong = new Example(told.text(), topics[(topic + off) % WORDS.length], null, null, null);
            all.add(Parts.isHeld(told) ? told : wrong);
        }
        return Corpus.of(all).get();
    }

    private boolean train(Corpus corpus) throws IOException {
        out.reset();
        var silent = new PrintStream(new ByteArrayOutputStream());
        return new Training(
                        new Models(home),
                        rules,
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        silent)
                .run(corpus, "решения людей");
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8).strip();
    }
}
