package ru.otklik.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.otklik.casework.Krai.APPROVER;
import static ru.otklik.casework.Krai.OPERATOR;
import static ru.otklik.casework.Krai.executor;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What stands in the network: answers past the outbox, corrections, and what somebody changed there. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AnswersInTheNetworkTest {

    private static final String FRI_20_NOV_10_00 = "2026-11-20T10:00";
    private static final String TEXT = "Здравствуйте! Яму заделают.";

    @Test
    void the_approved_text_posted_by_hand_ends_the_terms_at_the_networks_time() {
        var j = anApproved();
        Instant posted = j.now.plus(Duration.ofMinutes(3));
        j.later(40).by(Actor.SYSTEM, seen("a1", "Здравствуйте!\u00a0 Яму\n заделают. ", posted));
        assertThat(j.incident).isInstanceOf(Incident.Answered.class);
        assertThat(j.ended("publish").at()).isEqualTo(posted);
        assertThat(j.ended("publish").lateSeconds()).isZero();
        assertThat(j.facts).anyMatch(f -> f instanceof Fact.HandAnswerSeen);
        assertThat(j.refused(Actor.SYSTEM, seen("a1", TEXT, posted)).code()).isEqualTo("known-answer");
    }

    @Test
    void any_other_text_is_on_record_and_stops_no_clock_until_the_centre_takes_it() {
        var j = Journey.routed(FRI_20_NOV_10_00, 1);
        Instant posted = j.now.plus(Duration.ofMinutes(10));
        j.later(20).by(Actor.SYSTEM, seen("a1", "Разберёмся.", posted));
        assertThat(j.incident).isInstanceOf(Incident.InWork.class);
        assertThat(j.terms()).contains("answer", "draft");
        assertThat(j.refused(Actor.SYSTEM, seen("a1", "Разберёмся.", posted)).code())
                .isEqualTo("known-answer");
        assertThat(j.refused(executor(1), new Command.AcceptHandAnswer()).code())
                .isEqualTo("not-yours");
        assertThat(j.refused(OPERATOR, new Command.AcceptHandAnswer()).code()).isEqualTo("not-yours");

        j.by(APPROVER, new Command.AcceptHandAnswer());
        assertThat(j.incident).isInstanceOf(Incident.Answered.class);
        assertThat(j.ended("answer").at()).isEqualTo(posted);
        assertThat(j.ended("answer").met()).isTrue();
        assertThat(j.krai.draft(Journey.ID, 1))
                .hasValueSatisfying(d -> assertThat(d.text()).isEqualTo("Разберёмся."));
        assertThat(j.open).isEmpty();
    }

    @Test
    void there_is_nothing_to_accept_where_nobody_answered_by_hand() {
        var j = Journey.routed(FRI_20_NOV_10_00, 1);
        assertThat(j.refused(APPROVER, new Command.AcceptHandAnswer()).code()).isEqualTo("no-hand-answer");
    }

    @Test
    void a_link_under_which_another_text_stands_is_refused_and_the_right_one_gives_its_time() {
        var j = anApproved();
        var at = j.now.plus(Duration.ofMinutes(2));
        var other = new Command.RecordPublication.Seen("a1", "Здравствуйте! Ждите.", at);
        j.later(30);
        assertThat(j.refused(executor(1), new Command.RecordPublication("https://vk.com/wall-1_2", other, false))
                        .code())
                .isEqualTo("another-text");
        j.by(
                executor(1),
                new Command.RecordPublication(
                        "https://vk.com/wall-1_2", new Command.RecordPublication.Seen("a1", TEXT + " ", at), false));
        assertThat(j.ended("publish").at()).isEqualTo(at);
        assertThat(j.refused(Actor.SYSTEM, seen("a1", TEXT + " ", at)).code()).isEqualTo("known-answer");
    }

    @Test
    void a_correction_goes_through_approval_again_and_what_stands_there_stays_until_then() {
        var j = anApproved().publish(1);
        assertThat(j.refused(executor(2), new Command.Correct("Ошибка в дате")).code())
                .isEqualTo("not-lead");
        assertThat(j.refused(executor(1), new Command.Correct(" ")).code()).isEqualTo("empty-reason");
        j.later(60).by(executor(1), new Command.Correct("Ошибка в дате"));
        assertThat(j.terms()).containsExactly("correct");
        assertThat(j.refused(executor(1), new Command.Return("Не наше")).code()).isEqualTo("already-answered");
        assertThat(j.refused(executor(1), new Command.SaveDraft(DraftKind.INTERIM, TEXT))
                        .code())
                .isEqualTo("interims-spent");
        j.later(5).submit(1, DraftKind.FINAL).approve();
        assertThat(j.ended("correct").met()).isTrue();
        assertThat(j.terms()).containsExactly("publish");
        j.publish(1);
        assertThat(j.incident).isInstanceOf(Incident.Answered.class);
        assertThat(j.incident.head().finals()).isEqualTo(2);
        assertThat(j.open).isEmpty();
    }

    @Test
    void a_correction_that_is_not_needed_is_dropped_and_only_a_correction_is() {
        var j = Journey.routed(FRI_20_NOV_10_00, 1);
        assertThat(j.refused(executor(1), new Command.DropCorrection("Не нужно"))
                        .code())
                .isEqualTo("not-correcting");
        j = anApproved().publish(1).by(executor(1), new Command.Correct("Ошибка в дате"));
        j.by(executor(1), new Command.DropCorrection("Дата верна"));
        assertThat(j.incident).isInstanceOf(Incident.Answered.class);
        assertThat(j.open).isEmpty();
        assertThat(j.ended("correct").met()).isFalse();
    }

    @Test
    void an_answer_too_long_for_its_network_is_refused_before_it_is_submitted() {
        var j = Journey.routed(FRI_20_NOV_10_00, 1);
        j.by(executor(1), new Command.SaveDraft(DraftKind.FINAL, "я".repeat(4_001)));
        assertThat(j.refused(executor(1), new Command.Submit(1, true)).code()).isEqualTo("unfit");
        j.by(executor(1), new Command.SaveDraft(DraftKind.FINAL, "я".repeat(4_000)));
        j.by(executor(1), new Command.Submit(2, true));
        assertThat(j.incident).isInstanceOf(Incident.AwaitingApproval.class);
    }

    @Test
    void an_answer_that_vanished_is_on_record_and_only_the_program_says_so() {
        var j = anApproved().publish(1);
        assertThat(j.refused(executor(1), new Command.LosePublication(1, "Удалён"))
                        .code())
                .isEqualTo("not-yours");
        j.by(Actor.SYSTEM, new Command.LosePublication(1, "Удалён"));
        assertThat(j.facts).contains(new Fact.PublicationLost(1, "Удалён"));
        assertThat(j.incident).isInstanceOf(Incident.Answered.class);
    }

    private static Journey anApproved() {
        return Journey.routed(FRI_20_NOV_10_00, 1)
                .later(5)
                .submit(1, DraftKind.FINAL)
                .approve();
    }

    private static Command seen(String id, String text, Instant at) {
        return new Command.NoteHandAnswer(id, "https://vk.com/wall-1_2?reply=3", text, at);
    }
}
