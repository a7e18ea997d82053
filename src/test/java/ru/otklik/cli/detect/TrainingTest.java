package ru.otklik.cli.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.otklik.detection.Models;
import ru.otklik.detection.learn.Example;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TrainingTest {

    private static final String[] WORDS = {"яма на дороге", "маршрутка и остановка", "мусор и свалка"};

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

    /** @param off what is learned from is called by the next but so many names; what is held back by its own */
    private static Corpus messages(int off) {
        List<Example> all = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            int topic = i % WORDS.length;
            var told = new Example(WORDS[topic] + " у дома " + i, "тема " + topic, null, null, null);
            var wrong = new Example(told.text(), "тема " + (topic + off) % WORDS.length, null, null, null);
            all.add(Corpus.isHeld(told) ? told : wrong);
        }
        return Corpus.of(all).get();
    }

    private boolean train(Corpus corpus) throws IOException {
        out.reset();
        var silent = new PrintStream(new ByteArrayOutputStream());
        return new Training(new Models(home), new PrintStream(out, true, StandardCharsets.UTF_8), silent).run(corpus);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8).strip();
    }
}
