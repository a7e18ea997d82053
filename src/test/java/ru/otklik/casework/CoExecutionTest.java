package ru.otklik.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.otklik.casework.Krai.APPROVER;
import static ru.otklik.casework.Krai.OPERATOR;
import static ru.otklik.casework.Krai.deputy;
import static ru.otklik.casework.Krai.executor;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import ru.otklik.worktime.WorkingHours;
import ru.otklik.worktime.WorkingTime;

/** Several authorities, clause 18. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CoExecutionTest {

    private static final String MON_23_NOV_12_30 = "2026-11-23T12:30";

    @Test
    void each_co_executor_has_two_working_hours_by_its_own_hours() {
        var krai = new Krai(Decree.stavropol());
        krai.times.put(
                3, WorkingTime.of(Krai.TIME.calendar(), WorkingHours.parse("пн-пт 08:00-16:00"), Krai.TIME.zone()));
        var j = Journey.in("vk", "2026-11-23T14:30", krai).by(OPERATOR, Journey.route(1, 2, 3));
        assertThat(j.due("contribute", 2)).isEqualTo("2026-11-23T16:30");
        assertThat(j.due("contribute", 3)).isEqualTo("2026-11-24T08:30");
        assertThat(j.term("contribute", 3).authority()).isEqualTo(3);
        assertThat(j.due("answer")).as("the lead's own clock").isEqualTo("2026-11-24T09:30");
    }

    @Test
    void one_that_sends_does_not_stop_the_clock_of_another() {
        var j = Journey.routed(MON_23_NOV_12_30, 1, 2, 3).later(10).by(executor(2), sent("Ремонт в мае."));
        assertThat(j.term("contribute", 3)).isNotNull();
        assertThat(j.due("review-contribution", 2)).isEqualTo("2026-11-23T13:10");
        assertThat(j.term("review-contribution", 2).authority()).isNull();
        assertThat(j.open.stream().filter(o -> o.term().equals("contribute"))).hasSize(1);
    }

    @Test
    void a_contribution_sent_back_is_reworked_and_then_accepted() {
        var j = Journey.routed(MON_23_NOV_12_30, 1, 2).by(executor(2), sent("Ремонт."));
        assertThat(j.refused(OPERATOR, new Command.SendBackContribution(2, "")).code())
                .isEqualTo("empty-remarks");
        j.later(10).by(OPERATOR, new Command.SendBackContribution(2, "Когда?"));
        assertThat(j.due("rework-contribution", 2)).isEqualTo("2026-11-23T13:10");
        assertThat(j.ended("review-contribution").met()).isTrue();
        j.later(10).by(deputy(2), sent("Ремонт в мае."));
        assertThat(j.ended("rework-contribution").met()).isTrue();
        j.later(10).by(APPROVER, new Command.AcceptContribution(2));
        assertThat(j.facts).last().isEqualTo(new Fact.ContributionAccepted(2, 2));
        assertThat(j.terms()).containsExactlyInAnyOrder("return", "answer", "draft");
        assertThat(j.refused(executor(2), sent("И ещё.")).code()).isEqualTo("not-co-executor");
    }

    @Test
    void one_that_is_asked_anew_goes_on_counting_its_contributions() {
        var j = Journey.routed(MON_23_NOV_12_30, 1, 2).by(executor(2), sent("Ремонт."));
        j.by(executor(1), new Command.Return("не наше")).by(OPERATOR, Journey.route(1, 2));

        j.by(executor(2), sent("Ремонт в мае."));

        assertThat(j.facts).last().isEqualTo(new Fact.ContributionSent(2, 2, false, "Ремонт в мае."));
    }

    @Test
    void a_draft_of_the_lead_before_is_not_submitted_by_the_next() {
        var j = Journey.routed(MON_23_NOV_12_30, 1)
                .by(executor(1), new Command.SaveDraft(DraftKind.FINAL, "Здравствуйте! Яму заделают."))
                .by(executor(1), new Command.Return("не наше"))
                .later(10)
                .by(OPERATOR, Journey.route(2));

        assertThat(j.refused(executor(2), new Command.Submit(1, true)).code()).isEqualTo("no-draft");
    }

    @Test
    void nothing_to_add_is_said_with_a_reason_and_confirmed_by_the_centre() {
        var j = Journey.routed(MON_23_NOV_12_30, 1, 2);
        assertThat(j.refused(executor(2), new Command.SendContribution(true, " "))
                        .sentence())
                .contains("почему");
        j.by(executor(2), new Command.SendContribution(true, "Дорога не наша."));
        assertThat(j.find("contribute")).isEmpty();
        j.by(OPERATOR, new Command.AcceptContribution(2));
        assertThat(j.find("review-contribution")).isEmpty();
    }

    @Test
    void the_centre_asks_one_more_and_releases_one_with_a_reason() {
        var j = Journey.routed(MON_23_NOV_12_30, 1, 2)
                .later(30)
                .by(OPERATOR, new Command.AskCoExecutor(3, "Чей мост?"));
        assertThat(j.due("contribute", 3)).isEqualTo("2026-11-23T16:00");
        assertThat(j.refused(OPERATOR, new Command.AskCoExecutor(2, null)).code())
                .isEqualTo("twice");
        assertThat(j.refused(OPERATOR, new Command.AskCoExecutor(1, null)).code())
                .isEqualTo("twice");
        assertThat(j.refused(OPERATOR, new Command.ReleaseCoExecutor(2, "")).code())
                .isEqualTo("empty-reason");
        j.by(OPERATOR, new Command.ReleaseCoExecutor(2, "Не нужно."));
        assertThat(j.ended("contribute").obligation().coExecutor()).isEqualTo(2);
        assertThat(j.ended("contribute").met()).isFalse();
        assertThat(j.term("contribute", 3)).isNotNull();
    }

    @Test
    void the_lead_does_not_wait_for_co_executors_and_the_final_answer_frees_them() {
        var j = Journey.routed(MON_23_NOV_12_30, 1, 2, 3)
                .by(executor(3), sent("Мост наш."))
                .submit(1, DraftKind.FINAL)
                .approve();
        assertThat(j.term("contribute", 2)).isNotNull();
        j.publish(1);
        assertThat(j.open).isEmpty();
        assertThat(j.refused(executor(2), sent("Поздно.")).code()).isEqualTo("wrong-state");
    }

    @Test
    void a_return_by_the_lead_stops_the_co_executors() {
        var j = Journey.routed(MON_23_NOV_12_30, 1, 2, 3)
                .by(executor(3), sent("Мост наш."))
                .by(executor(1), new Command.Return("Не наше."));
        assertThat(j.terms()).containsExactly("route");
        j.by(OPERATOR, Journey.route(2, 3));
        assertThat(j.due("contribute", 3)).isEqualTo("2026-11-23T15:30");
    }

    private static Command sent(String text) {
        return new Command.SendContribution(false, text);
    }
}
