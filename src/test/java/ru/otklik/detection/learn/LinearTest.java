package ru.otklik.detection.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.otklik.detection.text.Reading;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LinearTest {

    private static final int WIDTH = 40;

    private final SplittableRandom random = new SplittableRandom(5);

    @ParameterizedTest
    @ValueSource(ints = {2, 12})
    void a_score_is_the_sum_of_the_weights_however_rows_are_kept(int classes) {
        Rows rows = rows(80);
        int[] label = label(80, classes);
        Linear linear = Linear.learn(rows, WIDTH, label, classes, cost(80));
        float[] bias = linear.scores(new Sparse(new int[0], new float[0]));
        for (int i = 0; i < 80; i++) {
            Sparse text = rows.get(i);
            float[] scores = linear.scores(text);
            for (int c = 0; c < classes; c++) {
                double sum = bias[c];
                for (int k = 0; k < text.size(); k++) {
                    sum += text.values()[k] * linear.weight(text.ids()[k], c);
                }
                assertThat((double) scores[c]).isCloseTo(sum, within(1e-5));
            }
        }
    }

    @Test
    void a_weight_in_a_byte_is_near_the_learned_one() {
        int classes = 12;
        Rows rows = rows(80);
        int[] label = label(80, classes);
        float[] learned = Dual.solve(rows, WIDTH, label, classes, cost(80));
        Linear kept = Linear.learn(rows, WIDTH, label, classes, cost(80));
        for (int f = 0; f < WIDTH; f++) {
            for (int c = 0; c < classes; c++) {
                double off = heaviest(learned, f * classes, 1, classes) / 254
                        + 0.02 * heaviest(learned, c, classes, WIDTH)
                        + 1e-6;
                assertThat((double) kept.weight(f, c)).isCloseTo(learned[f * classes + c], within(off));
            }
        }
    }

    @Test
    void numbers_asked_for_together_are_those_asked_for_one_by_one() {
        IntMap map = new IntMap(8);
        int[] keys = random.ints(3_000).toArray();
        for (int i = 0; i < keys.length; i += 2) {
            map.put(keys[i], i + 1);
        }
        assertThat(map.get(keys, keys.length))
                .containsExactly(Arrays.stream(keys).map(map::get).toArray())
                .contains(0, 1, 2_999);
    }

    @Test
    void for_the_tone_said_once_is_said_and_rare_words_weigh_more() {
        List<String> texts = List.of("дорога дорога яма", "дорога светлая", "дорога тёмная", "дорога гнев");
        assertThat(share(Vocabulary.Measure.TONE, texts)).isGreaterThan(2 * share(Vocabulary.Measure.MATTER, texts));
    }

    /** How much heavier a word of one text is than one of all that is said twice. */
    private static float share(Vocabulary.Measure measure, List<String> texts) {
        Vocabulary vocabulary = Vocabulary.of(measure, texts.size(), i -> grams(texts.get(i)));
        float[] values = vocabulary.read(grams(texts.get(0))).vector().values();
        return values[1] / values[0];
    }

    private static Grams grams(String text) {
        return Grams.ofName(Reading.of(text).words(), List.of());
    }

    private static Rows rows(int count) {
        return Rows.of(count, i -> {
            var random = new SplittableRandom(i);
            int[] ids = IntStream.range(0, WIDTH)
                    .filter(f -> random.nextInt(f + 2) < 3)
                    .toArray();
            float[] values = new float[ids.length];
            for (int k = 0; k < values.length; k++) {
                values[k] = (float) random.nextDouble();
            }
            return new Sparse(ids, values);
        });
    }

    private int[] label(int count, int classes) {
        return random.ints(count, 0, classes).toArray();
    }

    private static float[] cost(int count) {
        float[] cost = new float[count];
        Arrays.fill(cost, 1);
        return cost;
    }

    private static float heaviest(float[] all, int from, int step, int count) {
        float most = 0;
        for (int k = 0; k < count; k++) {
            most = Math.max(most, Math.abs(all[from + k * step]));
        }
        return most;
    }
}
