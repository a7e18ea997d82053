package ru.otklik.detection.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import ru.otklik.detection.text.Reading;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LearningTest {

    private static final Function<String, List<String>> NO_SIGNS = text -> List.of();

    private static Assessor model;

    /** Not where the class is made: the threads that learn would wait for it. */
    @BeforeAll
    static void learned() {
        model = Assessor.learn(Told.messages(300, 1), NO_SIGNS, step -> {});
    }

    @Test
    void what_was_not_seen_is_told_by_topic_and_authority() {
        int topics = 0;
        int authorities = 0;
        List<Example> others = Told.messages(200, 2);
        for (Example e : others) {
            Assessor.Opinion said = judge(model, e.text());
            topics += label(model.topics(), said.topics()).equals(e.topic()) ? 1 : 0;
            authorities += label(model.authorities(), said.authorities()).equals(e.authority()) ? 1 : 0;
        }
        assertThat(topics).isGreaterThan(190);
        assertThat(authorities).isGreaterThan(190);
    }

    @Test
    void a_probability_is_as_often_true_as_it_says() {
        // every third label is wrong, so nobody can be surer than two of three
        List<Example> doubtful = new ArrayList<>();
        List<Example> all = Told.messages(600, 3);
        for (int i = 0; i < all.size(); i++) {
            Example e = all.get(i);
            doubtful.add(
                    i % 3 > 0
                            ? e
                            : new Example(
                                    e.text(), all.get((i + 7) % all.size()).topic(), null, null, null));
        }
        Assessor other = Assessor.learn(doubtful, NO_SIGNS, step -> {});
        double said = 0;
        for (Example e : Told.messages(200, 4)) {
            float[] p = judge(other, e.text()).topics();
            assertThat(sum(p)).isBetween(0.0, 1.001);
            said += p[Assessor.Opinion.best(p, 1)[0]] / 200;
        }
        assertThat(said).isBetween(0.6, 0.87);
    }

    @Test
    void what_is_known_beside_the_words_is_learned_from_too() {
        Function<String, List<String>> signs = text -> List.of("букв " + text.length());
        Assessor knowing = Assessor.learn(nonsense(200, 1), signs, step -> {});
        Assessor other = Assessor.learn(nonsense(200, 1), NO_SIGNS, step -> {});
        assertThat(hits(knowing, nonsense(100, 2), signs)).isGreaterThan(95);
        assertThat(hits(other, nonsense(100, 2), NO_SIGNS)).isLessThan(95);
    }

    @Test
    void a_witness_that_speaks_seldom_and_rightly_is_believed() {
        var random = new Random(4);
        List<Judge.Evidence> seen = new ArrayList<>();
        int[] label = new int[600];
        for (int i = 0; i < label.length; i++) {
            label[i] = random.nextInt(150);
            float[] murmur = new float[150];
            for (int c = 0; c < murmur.length; c++) {
                murmur[c] = random.nextFloat() + (c == label[i] ? 0.2f : 0);
            }
            float[] seldom = new float[150];
            seldom[i % 5 < 2 ? label[i] : random.nextInt(150)] = 1;
            seen.add(new Judge.Evidence(new float[][] {murmur, seldom}));
        }
        Judge judge = Judge.learn(seen, label);
        int hits = 0;
        for (int i = 0; i < label.length; i++) {
            hits += Assessor.Opinion.best(judge.shares(seen.get(i)), 1)[0] == label[i] ? 1 : 0;
        }
        assertThat(hits).isGreaterThanOrEqualTo(240);
    }

    @Test
    void the_region_s_own_topic_is_known_by_its_name_before_anybody_taught_it() {
        Function<String, List<String>> signs = text -> text.contains("бювет") || text.equals("Нарзан")
                ? List.of("resorts.narzan")
                : text.contains("яма") || text.equals("Дороги") ? List.of("roads") : List.of();
        List<Example> few = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            few.add(new Example("яма у дома " + i, "Дороги", null, null, null));
            few.add(new Example(
                    i == 0 ? "закрыли бювет" : "шумно ночью " + i, i == 0 ? "Нарзан" : "Тишина", null, null, null));
        }
        Assessor knowing = Assessor.learn(few, signs, step -> {});
        var said = knowing.judge("в парке у бювета очередь", signs.apply("в парке у бювета очередь"));
        assertThat(label(knowing.topics(), said.topics())).isEqualTo("Нарзан");
    }

    /** Words of two sorts that only their length tells apart. */
    private static List<Example> nonsense(int count, long seed) {
        var random = new Random(seed);
        List<Example> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder word = new StringBuilder();
            for (int k = 0; k < 3 + i % 2; k++) {
                word.append("бвгджзклмнпрст".charAt(random.nextInt(14))).append("аеиоу".charAt(random.nextInt(5)));
            }
            all.add(new Example("про " + word, "тема " + i % 2, null, null, null));
        }
        return all;
    }

    private static int hits(Assessor by, List<Example> examples, Function<String, List<String>> signs) {
        int hits = 0;
        for (Example e : examples) {
            var said = by.judge(e.text(), signs.apply(e.text()));
            hits += label(by.topics(), said.topics()).equals(e.topic()) ? 1 : 0;
        }
        return hits;
    }

    @Test
    void the_words_that_weighed_are_words_of_the_message() {
        Reading reading = Reading.of("Вчера на Садовой автобус не пришёл по расписанию");
        Assessor.Opinion said = model.judge(reading, "", List.of());
        int topic = Assessor.Opinion.best(said.topics(), 1)[0];
        assertThat(model.heaviest(said, topic, 2).stream()
                        .map(i -> reading.words().get(i).shown()))
                .containsExactlyInAnyOrder("автобус", "расписанию");
    }

    @Test
    void a_topic_is_told_by_its_own_name_and_keeps_its_group() {
        var few = new ArrayList<>(Told.messages(100, 5));
        few.add(new Example("Здравствуйте, обращаюсь повторно", "Ветеринарная клиника", "Животные", "ветслужба", null));
        Assessor other = Assessor.learn(few, NO_SIGNS, step -> {});
        float[] p = judge(other, "Не работает ветеринарная клиника").topics();
        int best = Assessor.Opinion.best(p, 1)[0];
        assertThat(other.topics().get(best)).isEqualTo("Ветеринарная клиника");
        assertThat(other.group(best)).isEqualTo("Животные");
    }

    @Test
    void a_rude_message_is_told_from_a_calm_one() {
        Spotter spotter = Spotter.learn(Spotter.Sense.TONE, Told.tones(300, 6), t -> List.of(), step -> {});
        long right = Told.tones(200, 7).stream()
                .filter(e -> (spotter.yes(Reading.of(e.text()), e.text(), List.of()) > 0.5)
                        == Boolean.TRUE.equals(e.toxic()))
                .count();
        assertThat(right).isGreaterThan(190);
    }

    @Test
    void the_tone_of_doubtful_messages_is_told_with_doubt() {
        // every third label is wrong
        List<Example> doubtful = new ArrayList<>();
        List<Example> tones = Told.tones(600, 10);
        for (int i = 0; i < tones.size(); i++) {
            Example e = tones.get(i);
            boolean toxic = Boolean.TRUE.equals(e.toxic()) ^ i % 3 == 0;
            doubtful.add(new Example(e.text(), null, null, null, toxic));
        }
        Spotter spotter = Spotter.learn(Spotter.Sense.TONE, doubtful, t -> List.of(), step -> {});
        List<Example> others = Told.tones(200, 11);
        assertThat(mean(spotter, others, true)).isBetween(0.55, 0.75);
        assertThat(mean(spotter, others, false)).isBetween(0.25, 0.5);
    }

    @Test
    void the_authority_of_a_message_leans_on_what_its_topic_may_be() {
        Sparse text = new Sparse(new int[] {3}, new float[] {1});
        Sparse more = text.with(new float[] {0.64f, 0.001f, 0.36f}, 10);
        assertThat(more.ids()).containsExactly(3, 10, 12);
        assertThat(more.values()).containsExactly(1, 0.4f, 0.3f);
    }

    @Test
    void of_many_messages_each_half_tells_of_the_other() {
        Assessor many = Assessor.learn(Told.messages(12_001, 12), NO_SIGNS, step -> {});
        long right = Told.messages(100, 13).stream()
                .filter(e -> {
                    Assessor.Opinion said = judge(many, e.text());
                    return label(many.topics(), said.topics()).equals(e.topic())
                            && label(many.authorities(), said.authorities()).equals(e.authority());
                })
                .count();
        assertThat(right).isGreaterThan(95);
    }

    @Test
    void the_same_messages_make_the_same_model_and_a_file_gives_it_back() throws IOException {
        byte[] file = written(model);
        assertThat(written(Assessor.learn(Told.messages(300, 1), NO_SIGNS, step -> {})))
                .isEqualTo(file);
        Assessor read = ModelFile.readAssessor(new ByteArrayInputStream(file));
        for (Example e : Told.messages(50, 8)) {
            assertThat(judge(read, e.text()).topics())
                    .isEqualTo(judge(model, e.text()).topics());
            assertThat(judge(read, e.text()).authorities())
                    .isEqualTo(judge(model, e.text()).authorities());
        }
    }

    @Test
    void a_broken_file_is_no_model() throws IOException {
        byte[] file = written(model);
        for (int at : new int[] {0, 5, file.length / 2, file.length - 1}) {
            byte[] broken = file.clone();
            broken[at] ^= 0x55;
            assertThatThrownBy(() -> ModelFile.readAssessor(new ByteArrayInputStream(broken)))
                    .as("byte %d", at)
                    .isInstanceOf(IOException.class);
        }
        byte[] cut = java.util.Arrays.copyOf(file, file.length / 3);
        assertThatThrownBy(() -> ModelFile.readAssessor(new ByteArrayInputStream(cut)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void nothing_a_citizen_can_write_breaks_it() {
        for (String text : List.of("", " ", "😀", "\u0000\uD800\uFFFF", "й".repeat(1_000_000), "я ".repeat(500_000))) {
            float[] p = judge(model, text).topics();
            assertThat(sum(p)).isBetween(0.0, 1.001);
        }
    }

    @Test
    void a_class_with_one_example_and_no_authorities_at_all_are_learned_too() {
        var messages = new ArrayList<Example>();
        Told.messages(40, 9).forEach(e -> messages.add(new Example(e.text(), e.topic(), null, null, null)));
        messages.add(new Example("Бродячие собаки", "Собаки", null, null, null));
        Collections.shuffle(messages, new java.util.Random(1));
        Assessor other = Assessor.learn(messages, NO_SIGNS, step -> {});
        assertThat(other.topics()).hasSize(5);
        assertThat(other.authorities()).isEmpty();
        assertThat(judge(other, "собаки во дворе").authorities()).isEmpty();
    }

    private static double mean(Spotter by, List<Example> of, boolean toxic) {
        return of.stream()
                .filter(e -> Boolean.valueOf(toxic).equals(e.toxic()))
                .mapToDouble(e -> by.yes(Reading.of(e.text()), e.text(), List.of()))
                .average()
                .orElseThrow();
    }

    private static Assessor.Opinion judge(Assessor by, String text) {
        return by.judge(Reading.of(text), text, List.of());
    }

    private static String label(List<String> labels, float[] shares) {
        return labels.get(Assessor.Opinion.best(shares, 1)[0]);
    }

    private static double sum(float[] p) {
        double sum = 0;
        for (float v : p) {
            sum += v;
        }
        return sum;
    }

    private static byte[] written(Assessor of) throws IOException {
        var out = new ByteArrayOutputStream();
        ModelFile.write(of, out);
        return out.toByteArray();
    }
}
