package ru.otklik.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import ru.otklik.detection.Proposal.Guess;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PoolingTest {

    @Test
    void an_opinion_that_is_alone_stays_as_it_is() {
        List<Guess> alone = List.of(guess("a", 0.6, "тема"), guess("b", 0.2, "тема"));
        assertThat(Pooling.pool(List.of(alone, List.of()), List.of(), 0, 3)).isEqualTo(alone);
    }

    @Test
    void of_two_the_surer_has_its_way() {
        var pooled = Pooling.pool(
                List.of(List.of(guess("a", 0.9, "тема")), List.of(guess("b", 0.4, "слова"))), List.of(), 0, 3);
        assertThat(pooled).containsExactly(guess("a", 0.45, "тема"), guess("b", 0.2, "слова"));
    }

    @Test
    void who_is_named_twice_has_both_shares_and_all_reasons_once() {
        var pooled = Pooling.pool(
                List.of(List.of(guess("a", 0.5, "тема", "место")), List.of(guess("a", 0.3, "тема"))),
                List.of(guess("a", 1, "так направляли")),
                0.5,
                3);
        assertThat(pooled).containsExactly(guess("a", 0.7, "тема", "место", "так направляли"));
    }

    @Test
    void four_decisions_weigh_as_much_as_all_the_rest_and_less_when_the_case_is_doubtful() {
        assertThat(Pooling.weight(0, 1)).isZero();
        assertThat(Pooling.weight(4, 1)).isEqualTo(0.5);
        assertThat(Pooling.weight(12, 1)).isEqualTo(0.75);
        assertThat(Pooling.weight(12, 0.4)).isCloseTo(0.3, within(1e-9));
    }

    @Test
    void three_decisions_turn_a_table_that_prefers_another() {
        List<Guess> table = List.of(guess("first", 0.85, "тема"), guess("second", 0.15, "тема"));
        List<Guess> past = List.of(guess("second", 1, "так направляли"));
        assertThat(Pooling.pool(List.of(table), past, Pooling.weight(2, 1), 3)
                        .get(0)
                        .code())
                .isEqualTo("first");
        assertThat(Pooling.pool(List.of(table), past, Pooling.weight(3, 1), 3)
                        .get(0)
                        .code())
                .isEqualTo("second");
    }

    @Test
    void whatever_is_pooled_is_at_most_three_in_order_and_never_more_than_the_whole() {
        long seed = 753;
        var random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            var pooled =
                    Pooling.pool(List.of(opinion(random), opinion(random)), opinion(random), random.nextDouble(), 3);
            assertThat(pooled).as("seed %d, case %d", seed, i).hasSizeLessThanOrEqualTo(3);
            assertThat(pooled).extracting(g -> -g.share()).isSorted();
            assertThat(pooled).extracting(Guess::code).doesNotHaveDuplicates();
            assertThat(pooled.stream().mapToDouble(Guess::share).sum()).isLessThanOrEqualTo(1.02);
        }
    }

    private static List<Guess> opinion(Random random) {
        List<Guess> guesses = new ArrayList<>();
        double left = 1;
        for (String code : List.of("a", "b", "c", "d", "e").subList(0, random.nextInt(6))) {
            double share = left * random.nextDouble();
            left -= share;
            guesses.add(guess(code, share, "тема"));
        }
        return guesses;
    }

    private static Guess guess(String code, double share, String... because) {
        return new Guess(code, code, share, List.of(because));
    }
}
