package ru.otklik.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.otklik.casework.Decree.stavropol;
import static ru.otklik.casework.Journey.route;
import static ru.otklik.casework.Krai.OPERATOR;
import static ru.otklik.casework.Krai.executor;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import ru.otklik.regulation.Importance;

/** The same steps by other numbers: they are data. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OtherRegionsTest {

    private static final String FRI_20_NOV_16_30 = "2026-11-20T16:30";
    private static final String MON_23_NOV_09_00 = "2026-11-23T09:00";

    @Test
    void a_significant_message_may_have_its_own_numbers() {
        var regulation = Decree.with("answer", Decree.whenImportant(Importance.SIGNIFICANT, "2wh"), stavropol());
        var significant = new Assessment("roads", null, Importance.SIGNIFICANT, false);
        var j = Journey.detected(MON_23_NOV_09_00, regulation)
                .by(OPERATOR, new Command.Route(1, List.of(), null, significant));
        assertThat(j.due("answer")).isEqualTo("2026-11-23T11:00");
        assertThat(j.due("draft")).isEqualTo("2026-11-23T10:00");
        assertThat(Journey.detected(MON_23_NOV_09_00, regulation)
                        .by(OPERATOR, route(1))
                        .due("answer"))
                .isEqualTo("2026-11-23T13:00");
    }

    @Test
    void nine_working_hours_from_detection_run_on_through_a_return_to_the_next_lead() {
        var regulation = Decree.with(
                "answer",
                t -> Decree.runningOnFromDetection().apply(Decree.lasting("9wh").apply(t)),
                stavropol());
        var j = Journey.detected(FRI_20_NOV_16_30, regulation);
        assertThat(j.due("answer")).isEqualTo("2026-11-23T17:30");
        assertThat(j.term("answer").authority()).isNull();
        long id = j.term("answer").id();

        j.later(30).by(OPERATOR, route(1));
        assertThat(j.term("answer").authority()).isEqualTo(1);
        assertThat(j.due("draft")).isEqualTo("2026-11-23T16:30");

        j.later(10).by(executor(1), new Command.Return("Не наше."));
        assertThat(j.terms()).containsExactlyInAnyOrder("answer", "route");
        assertThat(j.term("answer").authority()).isNull();

        j.at(MON_23_NOV_09_00).by(OPERATOR, route(2));
        assertThat(j.term("answer").id()).isEqualTo(id);
        assertThat(j.term("answer").authority()).isEqualTo(2);
        assertThat(j.due("answer")).isEqualTo("2026-11-23T17:30");

        j.by(OPERATOR, new Command.Reroute(3, List.of(), "Ошибка."));
        assertThat(j.term("answer").authority()).isEqualTo(3);
        assertThat(j.term("answer").id()).isEqualTo(id);
        assertThat(j.due("draft")).isEqualTo("2026-11-23T16:30");
    }

    @Test
    void a_region_may_limit_the_returns() {
        var j = Journey.detected(FRI_20_NOV_16_30, Decree.returnsAtMost(1, stavropol()))
                .by(OPERATOR, route(1))
                .by(executor(1), new Command.Return("Не наше."))
                .by(OPERATOR, route(2));
        assertThat(j.refused(executor(2), new Command.Return("И не наше.")).code())
                .isEqualTo("returns-spent");
    }

    @Test
    void a_municipality_that_joined_works_by_its_own_numbers_and_what_was_open_before_still_ends() {
        var own = Decree.named("city/2024-01-01", Decree.with("answer", Decree.lasting("8wh"), stavropol()));
        var j = Journey.in("vk", MON_23_NOV_09_00, new Krai(stavropol()).joined(2, own));
        j.by(OPERATOR, route(2));
        assertThat(j.ended("route").met()).isTrue();
        assertThat(j.incident.head().regulation()).isEqualTo("city/2024-01-01");
        assertThat(j.due("answer")).isEqualTo("2026-11-23T18:00");
        j.by(OPERATOR, new Command.Reroute(1, List.of(), "Дорога краевая."));
        assertThat(j.incident.head().regulation()).isEqualTo(Decree.KEY);
        assertThat(j.due("answer")).isEqualTo("2026-11-23T13:00");
    }
}
