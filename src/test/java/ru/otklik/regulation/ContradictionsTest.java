package ru.otklik.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.otklik.regulation.Event.APPROVED;
import static ru.otklik.regulation.Event.CONTRIBUTION_ASKED;
import static ru.otklik.regulation.Event.CORRECTION_BEGUN;
import static ru.otklik.regulation.Event.DETECTED;
import static ru.otklik.regulation.Event.DRAFT_SUBMITTED;
import static ru.otklik.regulation.Event.EXCLUDED;
import static ru.otklik.regulation.Event.FINAL_PUBLISHED;
import static ru.otklik.regulation.Event.FINAL_SUBMITTED;
import static ru.otklik.regulation.Event.INTERIM_PUBLISHED;
import static ru.otklik.regulation.Event.PUBLISHED;
import static ru.otklik.regulation.Event.REMARKED;
import static ru.otklik.regulation.Event.RESTORED;
import static ru.otklik.regulation.Event.RETURNED;
import static ru.otklik.regulation.Event.ROUTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import ru.otklik.kernel.Role;
import ru.otklik.regulation.Contradictions.Contradiction;
import ru.otklik.worktime.Term;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContradictionsTest {

    private static final TermRule ROUTE = term("route", "1wh", Set.of(DETECTED), Set.of(ROUTED), Set.of(EXCLUDED));
    private static final TermRule ANSWER =
            term("answer", "4wh", Set.of(ROUTED, CORRECTION_BEGUN), Set.of(PUBLISHED), Set.of(EXCLUDED));

    @Test
    void a_plain_regulation_holds_together() {
        assertThat(with()).isEmpty();
    }

    @Test
    void a_message_must_get_a_term_at_detection_and_one_that_ends_with_the_answer() {
        assertThat(Contradictions.in(regulation(List.of(ANSWER), List.of(Role.APPROVER), 1, OptionalInt.empty())))
                .singleElement()
                .satisfies(c -> says(c, "", "ни один срок не начинается с выявления"));
        assertThat(Contradictions.in(regulation(List.of(ROUTE), List.of(Role.APPROVER), 1, OptionalInt.empty())))
                .anySatisfy(c -> says(c, "", "ни один срок не заканчивается размещением"));
    }

    @Test
    void a_correction_must_get_a_term_or_nobody_would_see_it() {
        var answer = term("answer", "4wh", Set.of(ROUTED), Set.of(PUBLISHED), Set.of(EXCLUDED));
        assertThat(Contradictions.in(
                        regulation(List.of(ROUTE, answer), List.of(Role.APPROVER), 1, OptionalInt.empty())))
                .singleElement()
                .satisfies(c -> says(c, "", "ни один срок не начинается с исправления"));
    }

    @Test
    void somebody_who_may_must_approve() {
        assertThat(Contradictions.in(regulation(List.of(ROUTE, ANSWER), List.of(), 1, OptionalInt.empty())))
                .singleElement()
                .satisfies(c -> says(c, "", "не указан ни один уровень согласования"));
        assertThat(Contradictions.in(
                        regulation(List.of(ROUTE, ANSWER), List.of(Role.CONTROLLER), 1, OptionalInt.empty())))
                .singleElement()
                .satisfies(c -> says(c, "", "роль «контроль» не согласовывает ответы"));
    }

    @Test
    void a_term_has_a_start_and_an_end_and_they_differ() {
        refuses(term("x", "1h", Set.of(), Set.of(PUBLISHED), Set.of()), "не указано, с чего срок начинается");
        refuses(term("x", "1h", Set.of(ROUTED), Set.of(), Set.of()), "не указано, чем срок заканчивается");
        refuses(
                term("x", "1h", Set.of(ROUTED), Set.of(ROUTED, PUBLISHED), Set.of()),
                "событие routed и начинает, и заканчивает срок");
        refuses(
                term("x", "1h", Set.of(ROUTED), Set.of(PUBLISHED, RETURNED), Set.of(RETURNED)),
                "событие returned и заканчивает, и отменяет срок");
        refuses(
                term("x", "1h", Set.of(ROUTED, RETURNED), Set.of(PUBLISHED), Set.of(RETURNED)),
                "событие returned и начинает, и отменяет срок");
    }

    @Test
    void a_term_must_be_able_to_end() {
        refuses(
                term("x", "1h", Set.of(FINAL_PUBLISHED), Set.of(REMARKED), Set.of()),
                "срок, начатый final-published, никогда не закончится: remarked после этого не наступит");
        refuses(
                term("x", "1h", Set.of(RESTORED), Set.of(DETECTED), Set.of()),
                "срок, начатый restored, никогда не закончится");
    }

    @Test
    void a_term_that_is_always_cancelled_on_the_way_to_its_end_can_never_end() {
        refuses(
                term("x", "1h", Set.of(DETECTED), Set.of(PUBLISHED), Set.of(ROUTED)),
                "срок, начатый detected, никогда не закончится: published после этого не наступит");
        // the cancelling event is already behind
        accepts(term("x", "1h", Set.of(APPROVED), Set.of(PUBLISHED), Set.of(DRAFT_SUBMITTED)));
        // one of the ends is still reachable
        accepts(term("x", "1h", Set.of(ROUTED), Set.of(PUBLISHED, RETURNED), Set.of(DRAFT_SUBMITTED)));
    }

    @Test
    void a_term_cannot_hang_on_what_the_regulation_does_not_allow() {
        var afterInterim = term("final", "7wd", Set.of(INTERIM_PUBLISHED), Set.of(FINAL_SUBMITTED), Set.of());
        var giveBack = term("return", "30m", Set.of(ROUTED), Set.of(RETURNED), Set.of());
        accepts(afterInterim);
        accepts(giveBack);
        assertThat(Contradictions.in(regulation(
                        List.of(ROUTE, ANSWER, afterInterim), List.of(Role.APPROVER), 0, OptionalInt.empty())))
                .singleElement()
                .satisfies(c -> says(c, "final", "срок никогда не начнётся: регламент не допускает interim-published"));
        assertThat(Contradictions.in(
                        regulation(List.of(ROUTE, ANSWER, giveBack), List.of(Role.APPROVER), 1, OptionalInt.of(0))))
                .singleElement()
                .satisfies(c -> says(c, "return", "срок, начатый routed, никогда не закончится"));
    }

    @Test
    void a_cap_and_a_base_must_exist_and_not_go_in_circles() {
        refuses(capped("x", "nothing"), "ограничен сроком «nothing», которого в регламенте нет");
        refuses(before("x", "1wh", "nothing", ROUTED), "отсчитывается назад от срока «nothing»");
        refuses(capped("x", "x"), "сроки ограничивают друг друга по кругу");
        refuses(before("x", "1wh", "x", ROUTED), "сроки отсчитываются друг от друга по кругу");
        assertThat(with(capped("a", "b"), capped("b", "a")))
                .extracting(Contradiction::term)
                .containsExactly("a", "b");
        accepts(capped("x", "answer"));
    }

    @Test
    void a_term_before_another_begins_when_that_one_is_running() {
        accepts(before("draft", "1wh", "answer", ROUTED));
        accepts(before("draft", "1wh", "answer", REMARKED));
        refuses(
                before("draft", "1wh", "answer", DETECTED),
                "начинается с detected, когда срок «answer» ещё может не идти");
        refuses(
                before("draft", "1wh", "answer", PUBLISHED),
                "начинается с published, когда срок «answer» уже закончен");
    }

    @Test
    void a_term_before_another_is_shorter_than_it() {
        refuses(
                before("draft", "4wh", "answer", ROUTED),
                "4wh до конца срока «answer» (4wh) наступает раньше его начала");
        refuses(before("draft", "240wm", "answer", ROUTED), "наступает раньше его начала");
        refuses(before("draft", "1wd", "answer", ROUTED), "назад отсчитываются часы или минуты, а не рабочие дни");
        // an hour of the clock and a working hour do not compare
        accepts(before("draft", "5h", "answer", ROUTED));
        var days = term("days", "3d", Set.of(ROUTED), Set.of(PUBLISHED), Set.of());
        assertThat(with(days, before("draft", "5h", "days", ROUTED))).isEmpty();
        assertThat(with(days, before("draft", "72h", "days", ROUTED))).hasSize(1);
    }

    @Test
    void importance_counts_too() {
        var urgent = new TermRule.Length(
                Term.parse("4wh"), Optional.empty(), Map.of(Importance.SIGNIFICANT, Term.parse("1wh")));
        var answer = rule(
                "answer", urgent, Bearer.LEAD, Set.of(ROUTED, CORRECTION_BEGUN), Set.of(PUBLISHED), Set.of(), null);
        assertThat(Contradictions.in(regulation(
                        List.of(ROUTE, answer, before("draft", "1wh", "answer", ROUTED)),
                        List.of(Role.APPROVER),
                        1,
                        OptionalInt.empty())))
                .singleElement()
                .satisfies(c -> says(c, "draft", "1wh до конца срока «answer» (1wh) наступает раньше его начала"));
    }

    @Test
    void a_co_executor_is_not_there_at_detection() {
        var length = new TermRule.Length(Term.parse("2wh"), Optional.empty(), Map.of());
        refuses(
                rule("x", length, Bearer.CO_EXECUTOR, Set.of(DETECTED), Set.of(PUBLISHED), Set.of(), null),
                "соисполнителя ещё нет");
        accepts(rule("x", length, Bearer.CO_EXECUTOR, Set.of(CONTRIBUTION_ASKED), Set.of(PUBLISHED), Set.of(), null));
    }

    private static void refuses(TermRule t, String reason) {
        assertThat(with(t)).singleElement().satisfies(c -> says(c, t.key(), reason));
    }

    private static void accepts(TermRule t) {
        assertThat(with(t)).isEmpty();
    }

    private static void says(Contradiction c, String term, String reason) {
        assertThat(c.term()).isEqualTo(term);
        assertThat(c.reason()).contains(reason);
    }

    private static List<Contradiction> with(TermRule... more) {
        var terms = new ArrayList<>(List.of(ROUTE, ANSWER));
        terms.addAll(List.of(more));
        return Contradictions.in(regulation(terms, List.of(Role.APPROVER), 1, OptionalInt.empty()));
    }

    private static Regulation regulation(List<TermRule> terms, List<Role> tiers, int interims, OptionalInt returns) {
        return new Regulation("x/2026-01-01", "акт", terms, tiers, false, returns, interims, true);
    }

    private static TermRule term(String key, String length, Set<Event> opens, Set<Event> closes, Set<Event> cancels) {
        return rule(
                key,
                new TermRule.Length(Term.parse(length), Optional.empty(), Map.of()),
                Bearer.LEAD,
                opens,
                closes,
                cancels,
                null);
    }

    private static TermRule capped(String key, String cap) {
        var length = new TermRule.Length(Term.parse("30m"), Optional.empty(), Map.of());
        return rule(key, length, Bearer.LEAD, Set.of(APPROVED), Set.of(PUBLISHED), Set.of(), cap);
    }

    private static TermRule before(String key, String offset, String base, Event opens) {
        var length = new TermRule.Length(Term.parse(offset), Optional.of(base), Map.of());
        return rule(key, length, Bearer.LEAD, Set.of(opens), Set.of(DRAFT_SUBMITTED), Set.of(), null);
    }

    private static TermRule rule(
            String key,
            TermRule.Length length,
            Bearer bearer,
            Set<Event> opens,
            Set<Event> closes,
            Set<Event> cancels,
            @Nullable String cap) {
        return new TermRule(
                key,
                "1",
                key,
                bearer,
                false,
                opens,
                closes,
                cancels,
                length,
                Optional.ofNullable(cap),
                TermRule.OnReturn.RESTARTS);
    }
}
