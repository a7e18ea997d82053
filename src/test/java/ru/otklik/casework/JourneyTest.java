package ru.otklik.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.otklik.casework.Journey.route;
import static ru.otklik.casework.Krai.APPROVER;
import static ru.otklik.casework.Krai.OPERATOR;
import static ru.otklik.casework.Krai.executor;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The way of an incident from detection to the final answer, by the worked examples of the decree. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JourneyTest {

    private static final String FRI_20_NOV_16_30 = "2026-11-20T16:30";
    private static final String FRI_20_NOV_17_00 = "2026-11-20T17:00";
    private static final String FRI_20_NOV_17_50 = "2026-11-20T17:50";
    private static final String SAT_21_NOV_12_00 = "2026-11-21T12:00";
    private static final String MON_23_NOV_09_00 = "2026-11-23T09:00";
    private static final String MON_23_NOV_10_00 = "2026-11-23T10:00";
    private static final String MON_23_NOV_11_15 = "2026-11-23T11:15";
    private static final String MON_23_NOV_12_30 = "2026-11-23T12:30";
    private static final String WED_10_JUN_11_00 = "2026-06-10T11:00";

    @Test
    void the_plain_path_ends_with_an_answer_and_no_open_term() {
        var j = Journey.detected(FRI_20_NOV_16_30);
        assertThat(j.terms()).containsExactly("route");
        assertThat(j.due("route")).isEqualTo("2026-11-20T17:30");

        j.by(OPERATOR, route(1));
        assertThat(j.terms()).containsExactlyInAnyOrder("return", "answer", "draft");
        assertThat(j.due("return")).isEqualTo("2026-11-20T17:00");
        assertThat(j.due("answer")).isEqualTo("2026-11-23T11:30");
        assertThat(j.due("draft")).isEqualTo("2026-11-23T10:30");
        assertThat(j.term("answer").authority()).isEqualTo(1);

        j.at(FRI_20_NOV_17_50).submit(1, DraftKind.FINAL);
        assertThat(j.terms()).containsExactlyInAnyOrder("answer", "approve", "remark");
        assertThat(j.due("approve")).isEqualTo("2026-11-20T18:20");
        assertThat(j.term("approve").authority()).isNull();

        j.later(5).approve();
        assertThat(j.terms()).containsExactlyInAnyOrder("answer", "publish");
        assertThat(j.due("publish")).isEqualTo("2026-11-20T18:25");

        j.later(5).publish(1);
        assertThat(j.incident).isInstanceOf(Incident.Answered.class);
        assertThat(j.open).isEmpty();
        assertThat(j.settled).allMatch(s -> s.lateSeconds() == 0);
        assertThat(j.ended("answer").met()).isTrue();
        assertThat(j.ended("return").met()).isFalse();
    }

    @Test
    void what_is_found_on_saturday_is_routed_by_monday_10_00_and_lunch_does_not_count() {
        assertThat(Journey.detected(SAT_21_NOV_12_00).due("route")).isEqualTo("2026-11-23T10:00");
        assertThat(Journey.detected(MON_23_NOV_12_30).due("route")).isEqualTo("2026-11-23T14:30");
    }

    @Test
    void holidays_short_days_and_working_saturdays_count_as_the_calendar_says() {
        assertThat(Journey.routed("2026-06-11T16:00", 1).due("answer")).isEqualTo("2026-06-15T12:00");
        assertThat(Journey.routed("2024-04-27T10:00", 1).due("answer")).isEqualTo("2024-04-27T15:00");
        assertThat(Journey.routed("2026-12-30T17:30", 1, 2).due("contribute", 2))
                .isEqualTo("2027-01-11T10:30");
    }

    @Test
    void a_return_without_a_reason_is_refused() {
        var j = Journey.routed(FRI_20_NOV_16_30, 1);
        assertThat(j.refused(executor(1), new Command.Return("  ")).code()).isEqualTo("empty-reason");
        assertThat(j.refused(executor(1), new Command.Return("")).sentence()).contains("Обоснуйте");
    }

    @Test
    void a_return_gives_the_centre_a_new_hour_and_is_remembered() {
        var j = Journey.routed(FRI_20_NOV_16_30, 1).later(20).by(executor(1), new Command.Return("Дорога краевая."));
        assertThat(j.incident).isInstanceOf(Incident.Detected.class);
        assertThat(j.incident.head().returnedBy()).containsExactly(1);
        assertThat(j.incident.head().returns()).isEqualTo(1);
        assertThat(j.terms()).containsExactly("route");
        assertThat(j.due("route")).isEqualTo("2026-11-20T17:50");
        assertThat(j.ended("return").met()).isTrue();
        assertThat(j.ended("return").lateSeconds()).isZero();
        assertThat(j.ended("answer").met()).isFalse();

        j.later(10).by(OPERATOR, new Command.Route(2, List.of(), "Краевая дорога", null));
        assertThat(j.due("answer")).isEqualTo("2026-11-23T12:00");
        assertThat(j.term("answer").authority()).isEqualTo(2);
    }

    @Test
    void a_late_return_is_accepted_and_recorded_as_late() {
        var j = Journey.routed(FRI_20_NOV_16_30, 1).later(45).by(executor(1), new Command.Return("Не наша дорога."));
        assertThat(j.ended("return").met()).isTrue();
        assertThat(j.ended("return").lateSeconds()).isEqualTo(15 * 60);
    }

    @Test
    void a_return_after_a_weekend_is_late_by_working_time_only() {
        var j = Journey.routed(FRI_20_NOV_17_00, 1)
                .at(MON_23_NOV_10_00)
                .by(executor(1), new Command.Return("Не наше."));
        assertThat(j.ended("return").lateSeconds()).isEqualTo((30 + 60) * 60);
    }

    @Test
    void the_centre_takes_it_from_one_and_gives_it_to_another_with_new_terms() {
        var j = Journey.routed(FRI_20_NOV_16_30, 1, 3).at(MON_23_NOV_09_00);
        assertThat(j.refused(OPERATOR, new Command.Reroute(2, List.of(), " ")).code())
                .isEqualTo("empty-reason");
        assertThat(j.refused(OPERATOR, new Command.Reroute(1, List.of(), "Ещё раз."))
                        .code())
                .as("its clocks do not start anew")
                .isEqualTo("same-lead");
        j.by(OPERATOR, new Command.Reroute(2, List.of(), "Уточнили границы."));
        assertThat(j.terms()).containsExactlyInAnyOrder("return", "answer", "draft");
        assertThat(j.open).allMatch(o -> Integer.valueOf(2).equals(o.authority()));
        assertThat(j.due("answer")).isEqualTo("2026-11-23T13:00");
        assertThat(j.incident.head().returns()).as("the lead returned nothing").isZero();
    }

    @Test
    void a_recall_by_the_centre_is_not_counted_as_a_late_return_by_the_lead() {
        var j = Journey.routed(FRI_20_NOV_16_30, 1)
                .at(MON_23_NOV_09_00)
                .by(OPERATOR, new Command.Reroute(2, List.of(), "Уточнили границы."));
        assertThat(j.ended("return").met()).isFalse();
    }

    @Test
    void remarks_come_in_any_number_of_rounds_each_counted_each_with_30_minutes() {
        var j = Journey.routed(MON_23_NOV_09_00, 1);
        for (int round = 1; round <= 5; round++) {
            j.submit(1, DraftKind.FINAL).later(3);
            assertThat(j.refused(APPROVER, new Command.Remark(round, " ")).code())
                    .isEqualTo("empty-remarks");
            j.remark();
            assertThat(((Incident.InWork) j.incident).work().rounds()).isEqualTo(round);
            assertThat(j.terms()).containsExactlyInAnyOrder("answer", "rework");
            assertThat(j.term("rework").due()).isEqualTo(j.now.plusSeconds(30 * 60));
            j.later(4);
        }
        assertThat(j.ended("remark").met()).isTrue();
        assertThat(j.ended("approve").met()).isFalse();
        assertThat(j.due("answer")).isEqualTo("2026-11-23T13:00");
    }

    @Test
    void publication_has_30_minutes_but_no_longer_than_the_answer() {
        var j = Journey.routed(FRI_20_NOV_16_30, 1);
        j.at(MON_23_NOV_10_00).submit(1, DraftKind.FINAL).at(MON_23_NOV_11_15).approve();
        assertThat(j.due("publish")).isEqualTo("2026-11-23T11:30");
        assertThat(j.term("publish").why()).contains("не позднее срока пункта 11");
        assertThat(j.ended("approve").lateSeconds()).isEqualTo(45 * 60);
        j.at(MON_23_NOV_12_30).publish(1);
        assertThat(j.ended("answer").lateSeconds()).isEqualTo(60 * 60);
        assertThat(j.ended("publish").lateSeconds()).isEqualTo(60 * 60);
    }

    @Test
    void after_an_interim_answer_the_final_draft_has_seven_working_days_and_publication_no_cap() {
        var j = Journey.routed(WED_10_JUN_11_00, 1);
        j.submit(1, DraftKind.INTERIM).approve().publish(1);
        assertThat(j.incident).isInstanceOf(Incident.InWork.class);
        assertThat(j.terms()).containsExactly("final");
        assertThat(j.due("final")).isEqualTo("2026-06-22T18:00");
        assertThat(j.ended("answer").met()).isTrue();

        j.at("2026-06-22T17:50").submit(1, DraftKind.FINAL);
        assertThat(j.ended("final").lateSeconds()).isZero();
        assertThat(j.due("approve")).isEqualTo("2026-06-22T18:20");
        j.later(10).remark();
        assertThat(j.terms()).containsExactly("rework");
        assertThat(j.due("rework")).isEqualTo("2026-06-22T18:30");
        j.later(10).submit(1, DraftKind.FINAL).later(10).approve();
        assertThat(j.terms()).containsExactly("publish");
        assertThat(j.due("publish")).isEqualTo("2026-06-22T18:50");
        j.later(10).publish(1);
        assertThat(j.incident.state()).isEqualTo(State.ANSWERED);
        assertThat(j.open).isEmpty();
    }

    @Test
    void the_seven_working_days_count_from_the_day_the_network_shows() {
        var j = Journey.routed(WED_10_JUN_11_00, 1).submit(1, DraftKind.INTERIM).approve();
        j.by(executor(1), new Command.Publish());
        j.at("2026-06-11T00:05");
        j.by(Actor.SYSTEM, new Command.ConfirmPublication(1, "https://vk.com/wall-1_2", Krai.at("2026-06-10T23:58")));
        assertThat(j.due("final")).isEqualTo("2026-06-22T18:00");
    }

    @Test
    void only_one_interim_answer_is_given_and_then_the_lead_stays() {
        var j = Journey.routed(WED_10_JUN_11_00, 1)
                .submit(1, DraftKind.INTERIM)
                .approve()
                .publish(1);
        assertThat(j.refused(executor(1), new Command.SaveDraft(DraftKind.INTERIM, "Ещё подождите."))
                        .code())
                .isEqualTo("interims-spent");
        assertThat(j.refused(executor(1), new Command.Submit(1, true)).code())
                .as("nor the same interim draft once more")
                .isEqualTo("interims-spent");
        assertThat(j.refused(executor(1), new Command.Return("Не наше.")).code())
                .isEqualTo("already-answered");
        assertThat(j.refused(OPERATOR, new Command.Reroute(2, List.of(), "Другим."))
                        .code())
                .isEqualTo("already-answered");
    }
}
