package ru.otklik.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.otklik.casework.Journey.route;
import static ru.otklik.casework.Krai.APPROVER;
import static ru.otklik.casework.Krai.OPERATOR;
import static ru.otklik.casework.Krai.SECOND_APPROVER;
import static ru.otklik.casework.Krai.deputy;
import static ru.otklik.casework.Krai.executor;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import ru.otklik.kernel.Role;

/** Who may decide what, and what a decision must bring along. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DecisionTest {

    private static final String FRI_20_NOV_16_30 = "2026-11-20T16:30";
    private static final Set<Role> BOTH_SIDES = Set.of(Role.EXECUTOR, Role.APPROVER);

    @Test
    void an_assessment_that_nobody_confirmed_is_not_routed_on() {
        var j = Journey.detected(FRI_20_NOV_16_30);
        assertThat(j.refused(OPERATOR, new Command.Route(1, List.of(), null, null))
                        .code())
                .isEqualTo("not-assessed");
        j.by(OPERATOR, new Command.Assess(Journey.ROADS));
        assertThat(j.incident.head().assessment()).isEqualTo(Journey.ROADS);
        j.by(OPERATOR, new Command.Route(1, List.of(), null, null));
        assertThat(j.incident.state()).isEqualTo(State.IN_WORK);
    }

    @Test
    void an_authority_with_an_obstacle_gets_nothing_neither_as_lead_nor_as_co_executor() {
        var j = Journey.detected(FRI_20_NOV_16_30);
        j.krai.obstacles.put(2, "Не назначен ответственный заместитель руководителя.");
        for (Command c : List.of(route(2), route(1, 2))) {
            assertThat(j.refused(OPERATOR, c).sentence()).isEqualTo(j.krai.obstacles.get(2));
        }
        j.by(OPERATOR, route(1));
        assertThat(j.refused(OPERATOR, new Command.AskCoExecutor(2, null)).code())
                .isEqualTo("not-ready");
        assertThat(j.refused(OPERATOR, new Command.Reroute(2, List.of(), "Другим."))
                        .code())
                .isEqualTo("not-ready");
    }

    @Test
    void nobody_is_named_twice_in_one_routing() {
        var j = Journey.detected(FRI_20_NOV_16_30);
        assertThat(j.refused(OPERATOR, route(1, 1)).code()).isEqualTo("twice");
        assertThat(j.refused(OPERATOR, route(1, 2, 2)).code()).isEqualTo("twice");
    }

    @Test
    void a_text_that_the_database_would_keep_changed_is_refused() {
        var j = Journey.routed(FRI_20_NOV_16_30, 1);
        assertThat(j.refused(executor(1), new Command.SaveDraft(DraftKind.FINAL, "Спасибо \uD83D"))
                        .code())
                .isEqualTo("bad-text");
        j.by(executor(1), new Command.SaveDraft(DraftKind.FINAL, "Спасибо \uD83D\uDE00"));
    }

    @Test
    void a_draft_is_submitted_as_accurate_and_complete_and_only_the_newest() {
        var j = Journey.routed(FRI_20_NOV_16_30, 1);
        assertThat(j.refused(executor(1), new Command.Submit(0, true)).code()).isEqualTo("no-draft");
        assertThat(j.refused(executor(1), new Command.SaveDraft(DraftKind.FINAL, " "))
                        .code())
                .isEqualTo("empty-draft");
        j.by(executor(1), new Command.SaveDraft(DraftKind.FINAL, "Первая."));
        j.by(deputy(1), new Command.SaveDraft(DraftKind.FINAL, "Вторая."));
        assertThat(j.refused(executor(1), new Command.Submit(2, false)).sentence())
                .contains("пункт 21");
        assertThat(j.refused(executor(1), new Command.Submit(1, true)).code()).isEqualTo("not-newest");
        assertThat(j.refused(executor(1), new Command.Submit(3, true)).code()).isEqualTo("not-newest");
        j.by(executor(1), new Command.Submit(2, true));
        assertThat(j.refused(APPROVER, new Command.Approve(1)).code()).isEqualTo("another-draft");
        assertThat(j.refused(APPROVER, new Command.Remark(1, "Нет.")).code()).isEqualTo("another-draft");
    }

    @Test
    void neither_the_author_nor_the_sender_approves() {
        var author = new Actor(10, "Автор", BOTH_SIDES, 1);
        var sender = new Actor(11, "Отправитель", BOTH_SIDES, 1);
        var j = Journey.routed(FRI_20_NOV_16_30, 1).submit(1, DraftKind.FINAL);
        assertThat(j.refused(author, new Command.Approve(1)).code()).isEqualTo("self-approval");
        assertThat(j.refused(sender, new Command.Approve(1)).code()).isEqualTo("self-approval");
        assertThat(j.refused(executor(1), new Command.Approve(1)).code()).isEqualTo("not-approver");
        j.by(new Actor(12, "Третий", BOTH_SIDES, 1), new Command.Approve(1));
        assertThat(j.incident.state()).isEqualTo(State.APPROVED);
    }

    @Test
    void two_tiers_are_two_people_in_turn_and_only_the_last_stops_the_clock() {
        var j = Journey.detected(FRI_20_NOV_16_30, Decree.tiers(Decree.stavropol(), Role.DEPUTY_HEAD, Role.APPROVER))
                .by(OPERATOR, route(1))
                .by(executor(1), new Command.SaveDraft(DraftKind.FINAL, "Ответ."))
                .by(executor(1), new Command.Submit(1, true));
        assertThat(j.refused(APPROVER, new Command.Approve(1)).code()).isEqualTo("not-approver");
        assertThat(j.refused(deputy(2), new Command.Approve(1)).code()).isEqualTo("not-approver");
        j.by(deputy(1), new Command.Approve(1));
        assertThat(j.incident.state()).isEqualTo(State.AWAITING_APPROVAL);
        assertThat(j.find("approve")).isPresent();
        j.by(APPROVER, new Command.Approve(1));
        assertThat(j.incident.state()).isEqualTo(State.APPROVED);
        assertThat(j.ended("approve").met()).isTrue();
    }

    @Test
    void the_same_person_does_not_approve_at_both_tiers_and_remarks_start_again_from_the_first() {
        var j = Journey.detected(FRI_20_NOV_16_30, Decree.tiers(Decree.stavropol(), Role.APPROVER, Role.APPROVER))
                .by(OPERATOR, route(1))
                .submit(1, DraftKind.FINAL)
                .approve();
        assertThat(j.refused(APPROVER, new Command.Approve(1)).code()).isEqualTo("self-approval");
        j.by(SECOND_APPROVER, new Command.Remark(1, "Короче."))
                .submit(1, DraftKind.FINAL)
                .by(APPROVER, new Command.Approve(2));
        assertThat(j.incident.state()).isEqualTo(State.AWAITING_APPROVAL);
        j.by(SECOND_APPROVER, new Command.Approve(2));
        assertThat(j.incident.state()).isEqualTo(State.APPROVED);
    }

    @Test
    void an_exclusion_has_a_ground_and_a_second_look_by_another_person() {
        var j = Journey.detected(FRI_20_NOV_16_30).by(OPERATOR, new Command.Exclude(Ground.OBSCENE, null));
        assertThat(j.open).isEmpty();
        assertThat(j.ended("route").met()).isFalse();
        assertThat(j.facts).last().isEqualTo(new Fact.Excluded(Ground.OBSCENE, null));
        assertThat(j.refused(OPERATOR, new Command.ConfirmExclusion(null)).code())
                .isEqualTo("second-look");
        j.by(APPROVER, new Command.ConfirmExclusion("Согласен."));
        assertThat(((Incident.Excluded) j.incident).confirmedBy()).isEqualTo(APPROVER.person());
        assertThat(j.refused(SECOND_APPROVER, new Command.ConfirmExclusion(null))
                        .code())
                .isEqualTo("wrong-state");
    }

    @Test
    void what_is_brought_back_has_a_reason_and_a_new_hour() {
        var j = Journey.detected(FRI_20_NOV_16_30).by(OPERATOR, new Command.Exclude(Ground.INSULT, null));
        assertThat(j.refused(APPROVER, new Command.Restore(" ")).code()).isEqualTo("empty-reason");
        j.at("2026-11-23T12:30").by(APPROVER, new Command.Restore("Это цитата."));
        assertThat(j.incident.state()).isEqualTo(State.DETECTED);
        assertThat(j.due("route")).isEqualTo("2026-11-23T14:30");
    }

    @Test
    void a_repeat_is_linked_to_another_incident_that_exists_in_any_state() {
        var j = Journey.detected(FRI_20_NOV_16_30);
        assertThat(j.refused(OPERATOR, new Command.LinkRepeat(404)).code()).isEqualTo("no-such-incident");
        assertThat(j.refused(OPERATOR, new Command.LinkRepeat(Journey.ID)).code())
                .isEqualTo("same-incident");
        j.by(OPERATOR, route(1)).submit(1, DraftKind.FINAL).approve().publish(1);
        j.by(OPERATOR, new Command.LinkRepeat(Journey.EARLIER));
        assertThat(j.facts).last().isEqualTo(new Fact.LinkedAsRepeat(Journey.EARLIER));
        assertThat(j.incident.state()).isEqualTo(State.ANSWERED);
    }

    @Test
    void the_test_mark_is_set_and_taken_off_and_stops_no_clock() {
        var j = Journey.routed(FRI_20_NOV_16_30, 1);
        var before = j.open;
        j.by(OPERATOR, new Command.MarkTest(true));
        assertThat(j.incident.head().test()).isTrue();
        assertThat(j.open).isEqualTo(before);
        j.submit(1, DraftKind.FINAL);
        assertThat(j.incident.head().test()).as("kept on the way").isTrue();
        j.by(OPERATOR, new Command.MarkTest(false));
        assertThat(j.incident.head().test()).isFalse();
    }

    @Test
    void where_the_program_cannot_post_the_lead_gives_a_link() {
        var j = Journey.in("import", FRI_20_NOV_16_30, new Krai(Decree.stavropol()))
                .by(OPERATOR, route(1))
                .submit(1, DraftKind.FINAL)
                .approve();
        assertThat(j.refused(executor(1), new Command.Publish()).code()).isEqualTo("by-hand");
        assertThat(j.refused(executor(1), new Command.RecordPublication("ok.ru"))
                        .code())
                .isEqualTo("bad-link");
        j.publish(1);
        assertThat(j.incident.state()).isEqualTo(State.ANSWERED);
    }

    @Test
    void what_is_ordered_is_neither_ordered_again_nor_recorded_by_hand_and_the_program_confirms_it() {
        var j = Journey.routed(FRI_20_NOV_16_30, 1)
                .submit(1, DraftKind.FINAL)
                .approve()
                .by(executor(1), new Command.Publish());
        assertThat(j.refused(executor(1), new Command.Publish()).code()).isEqualTo("already-ordered");
        assertThat(j.refused(executor(1), new Command.RecordPublication("https://vk.com/wall-1_2"))
                        .code())
                .isEqualTo("already-ordered");
        assertThat(j.term("publish")).isNotNull();
        var posted = j.now.plusSeconds(60);
        j.later(90).by(Actor.SYSTEM, new Command.ConfirmPublication(1, null, posted));
        assertThat(j.ended("publish").at()).as("by the network's time").isEqualTo(posted);
        assertThat(j.ended("publish").lateSeconds()).isZero();
    }

    @Test
    void routing_with_what_was_confirmed_before_does_not_confirm_it_twice() {
        var j = Journey.detected("2026-11-23T10:00").by(Krai.OPERATOR, new Command.Assess(Journey.ROADS));

        j.by(Krai.OPERATOR, new Command.Route(1, List.of(), null, Journey.ROADS));

        assertThat(j.facts.stream().filter(f -> f instanceof Fact.Assessed)).hasSize(1);
    }
}
