package ru.otklik.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.otklik.kernel.Role;
import ru.otklik.regulation.Importance;
import ru.otklik.regulation.Regulation;
import ru.otklik.regulation.Regulations;
import ru.otklik.regulation.TermRule;

/** The decree's numbers, clause by clause. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StavropolRegulationTest {

    private static final LocalDate WED_14_DEC_2022 = LocalDate.of(2022, 12, 14);
    private static final Regulations STAVROPOL = Region.named("stavropol").regulations();
    private static final Regulation DECREE = STAVROPOL.get("stavropol/2022-12-14");

    @ParameterizedTest(name = "{0}: clause {1}, {2} by {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "route               | 9.2 | 1wh | CENTRE      | false",
                "return              | 10  | 30m | LEAD        | true",
                "answer              | 11  | 4wh | LEAD        | false",
                "draft               | 12  | 1wh | LEAD        | false",
                "approve             | 13  | 30m | CENTRE      | false",
                "publish             | 14  | 30m | LEAD        | false",
                "remark              | 15  | 30m | CENTRE      | true",
                "rework              | 16  | 30m | LEAD        | false",
                "correct             | 16  | 30m | LEAD        | false",
                "final               | 17  | 7wd | LEAD        | false",
                "contribute          | 18  | 2wh | CO_EXECUTOR | false",
                "review-contribution | 18  | 30m | CENTRE      | false",
                "rework-contribution | 18  | 30m | CO_EXECUTOR | false",
            })
    void each_term_is_as_the_decree_says(String key, String clause, String term, String bearer, boolean right) {
        TermRule rule = DECREE.get(key);
        assertThat(rule.clause()).isEqualTo(clause);
        assertThat(rule.bearer()).hasToString(bearer);
        assertThat(rule.right()).isEqualTo(right);
        for (Importance importance : Importance.values()) {
            assertThat(rule.length().of(importance)).hasToString(term);
        }
    }

    @Test
    void there_are_no_other_terms_and_they_stand_as_in_the_file() {
        assertThat(DECREE.terms())
                .extracting(TermRule::key)
                .containsExactly(
                        "route",
                        "return",
                        "answer",
                        "draft",
                        "approve",
                        "remark",
                        "publish",
                        "rework",
                        "correct",
                        "final",
                        "contribute",
                        "review-contribution",
                        "rework-contribution");
    }

    @Test
    void the_draft_is_counted_back_from_the_answer_and_the_publication_ends_no_later_than_it() {
        assertThat(DECREE.get("draft").length().before()).contains("answer");
        assertThat(DECREE.get("publish").cap()).contains("answer");
        assertThat(DECREE.terms())
                .filteredOn(t -> t.cap().isPresent() || t.length().before().isPresent())
                .hasSize(2);
        assertThat(DECREE.get("answer").onReturn()).isEqualTo(TermRule.OnReturn.RESTARTS);
    }

    @Test
    void one_tier_approves_without_the_author_and_returns_have_no_limit() {
        assertThat(DECREE.tiers()).containsExactly(Role.APPROVER);
        assertThat(DECREE.selfApproval()).isFalse();
        assertThat(DECREE.maxReturns()).isEmpty();
        assertThat(DECREE.maxInterims()).isEqualTo(1);
        assertThat(DECREE.secondLook()).isTrue();
        assertThat(DECREE.act()).endsWith("от 14.12.2022 № 753-п");
    }

    @Test
    void it_is_in_force_from_its_day_and_not_before() {
        assertThat(STAVROPOL.inForce(Optional.empty(), WED_14_DEC_2022)).isSameAs(DECREE);
        assertThat(STAVROPOL.inForce(Optional.empty(), LocalDate.of(2026, 11, 20)))
                .isSameAs(DECREE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> STAVROPOL.inForce(Optional.empty(), WED_14_DEC_2022.minusDays(1)))
                .withMessage("На 2022-12-13 регламент «stavropol» ещё не действует: первая версия с 2022-12-14.");
    }
}
