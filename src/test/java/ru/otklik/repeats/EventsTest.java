package ru.otklik.repeats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.otklik.casework.Action;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Command;
import ru.otklik.casework.DraftKind;
import ru.otklik.casework.Incidents;
import ru.otklik.casework.State;
import ru.otklik.database.OtklikTest;
import ru.otklik.kernel.Role;

@OtklikTest(properties = "otklik.demo=true")
@Import(Told.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventsTest {

    private static final String ANSWER = "Здравствуйте! Свет дадут к 18 часам.";

    @Autowired
    Told told;

    @Autowired
    Events events;

    @Autowired
    CommonAnswers answers;

    @Autowired
    Incidents incidents;

    @Autowired
    JdbcClient jdbc;

    Actor operator;
    Actor approver;
    Actor executor;
    String topic;
    int lead;
    List<Long> three;

    @BeforeEach
    void three_people_sit_in_the_dark() {
        operator = told.centre(Role.OPERATOR);
        approver = told.centre(Role.APPROVER);
        lead = told.authority(0);
        executor = told.executor(lead);
        topic = Told.aTopic();
        three = List.of(
                told.told("anna", "Нет света", topic),
                told.told("boris", "Темно", topic),
                told.told("vera", "Отключили", topic));
        told.heard();
    }

    @Test
    void what_several_people_tell_is_proposed_and_a_person_makes_the_event() {
        assertThat(events.proposed(operator).stream().filter(e -> e.topic().equals(topic)))
                .singleElement()
                .satisfies(e -> assertThat(e.authors()).isEqualTo(3));
        assertThat(events.proposed(executor)).isEmpty();
        long event = anEvent();
        assertThat(events.proposed(operator)).noneMatch(e -> e.topic().equals(topic));
        assertThat(events.find(event, operator)).hasValueSatisfying(e -> {
            assertThat(e.topic()).isEqualTo(topic);
            assertThat(e.messages()).isEqualTo(3);
        });
        assertThat(journal(three.get(1))).contains("JoinedToEvent");
    }

    @Test
    void one_taken_out_is_told_in_its_journal_and_may_join_another() {
        long event = anEvent();
        assertThat(events.takeOut(event, List.of(three.get(2)), operator).done())
                .containsExactly(three.get(2));
        assertThat(events.messages(event, operator))
                .extracting(Events.Message::incident)
                .containsExactly(three.get(0), three.get(1));
        assertThat(journal(three.get(2))).endsWith("TakenOutOfEvent");
        assertThat(events.takeOut(event, List.of(three.get(2)), operator).done())
                .isEmpty();
        assertThat(events.gather(event, three, operator).refused())
                .extracting(ForEach.No::sentence)
                .hasSize(2)
                .allMatch(s -> s.contains("уже входит в событие № " + event));
    }

    @Test
    void an_event_is_refused_to_the_wrong_person_and_of_the_wrong_messages() {
        assertThat(code(events.open(three, executor))).isEqualTo("not-yours");
        assertThat(code(events.open(three.subList(0, 1), operator))).isEqualTo("too-few");
        assertThat(code(events.open(List.of(three.get(0), 987_654_321L), operator)))
                .isEqualTo("no-incident");
        assertThat(events.gather(987_654_321L, three, operator).refused()).hasSize(3);
        assertThat(events.find(987_654_321L, operator)).isEmpty();
    }

    @Test
    void an_authority_sees_its_own_part_of_an_event_and_another_sees_none() {
        long event = anEvent();
        assertThat(events.find(event, executor)).isEmpty();
        told.route(three.get(0), lead);
        assertThat(events.messages(event, executor))
                .extracting(Events.Message::incident)
                .containsExactly(three.get(0));
        Actor stranger = told.executor(told.authority(1));
        assertThat(events.find(event, stranger)).isEmpty();
        assertThat(events.list(stranger)).noneMatch(e -> e.id() == event);
    }

    @Test
    void one_text_approved_once_is_the_approved_answer_of_each() {
        long event = anEvent();
        three.forEach(id -> told.route(id, lead));
        assertThat(answers.submit(event, ANSWER, true, executor).get().done()).isEqualTo(three);
        CommonAnswer common = answers.list(event, approver).get(0);
        assertThat(common.waiting()).isEqualTo(three);
        assertThat(answers.mayAny(Action.APPROVE, common.waiting(), approver)).isTrue();
        assertThat(answers.approve(common, executor).refused()).hasSize(3);
        assertThat(answers.approve(common, approver).done()).isEqualTo(three);
        for (long id : three) {
            assertThat(incidents.find(id).orElseThrow().state()).isEqualTo(State.APPROVED);
            assertThat(journal(id)).containsSubsequence("DraftSaved", "Submitted", "Approved");
            assertThat(jdbc.sql("select text from draft where incident_id = ?")
                            .param(id)
                            .query(String.class)
                            .single())
                    .isEqualTo(ANSWER);
        }
    }

    @Test
    void what_one_refuses_is_told_and_the_others_go_on() {
        long event = anEvent();
        three.forEach(id -> told.route(id, lead));
        told.done(three.get(0), new Command.SaveDraft(DraftKind.FINAL, "Своё"), executor);
        told.done(three.get(0), new Command.Submit(1, true), executor);
        assertThat(answers.submit(event, ANSWER, true, executor).get().done()).isEqualTo(three.subList(1, 3));
        told.done(three.get(1), new Command.Remark(1, "Назовите улицу."), approver);
        CommonAnswer common = answers.list(event, approver).get(0);
        assertThat(common.waiting()).containsExactly(three.get(2));
        assertThat(answers.approve(common, approver).done()).containsExactly(three.get(2));
        assertThat(answers.approve(common, approver).refused())
                .singleElement()
                .satisfies(no -> assertThat(no.sentence()).contains("«"));
        CommonAnswer approved = answers.list(event, executor).get(0);
        assertThat(approved.approved()).containsExactly(three.get(2));
        assertThat(answers.publish(approved, executor).refused())
                .as("this network has no account here")
                .singleElement()
                .satisfies(no -> assertThat(no.sentence()).contains("вручную"));
    }

    @Test
    void pressed_again_it_goes_on_with_what_is_left_and_repeats_nothing() {
        long event = anEvent();
        told.route(three.get(0), lead);
        answers.submit(event, ANSWER, true, executor).get();
        told.route(three.get(1), lead);
        assertThat(answers.submit(event, ANSWER, true, executor).get().done()).containsExactly(three.get(1));
        assertThat(answers.list(event, approver)).singleElement().satisfies(c -> {
            assertThat(c.waiting()).isEqualTo(three.subList(0, 2));
            assertThat(c.parts()).isEqualTo(2);
        });
        assertThat(code(answers.submit(event, ANSWER, true, executor))).isEqualTo("nothing-to-answer");
    }

    @Test
    void a_bad_common_answer_is_refused_before_it_touches_any() {
        long event = anEvent();
        three.forEach(id -> told.route(id, lead));
        assertThat(code(answers.submit(event, " \n", true, executor))).isEqualTo("empty-draft");
        assertThat(code(answers.submit(event, "а\0", true, executor))).isEqualTo("empty-draft");
        assertThat(code(answers.submit(event, ANSWER, false, executor))).isEqualTo("not-confirmed");
        assertThat(code(answers.submit(event, ANSWER, true, approver))).isEqualTo("nothing-to-answer");
        assertThat(code(answers.submit(event, ANSWER, true, told.executor(told.authority(1)))))
                .isEqualTo("nothing-to-answer");
        assertThat(incidents.find(three.get(0)).orElseThrow().head().drafts()).isZero();
        assertThat(answers.list(event, told.executor(told.authority(1)))).isEmpty();
    }

    private long anEvent() {
        return events.open(three, operator).get().event();
    }

    private List<String> journal(long id) {
        return jdbc.sql("select fact from journal where incident_id = ? order by number")
                .param(id)
                .query(String.class)
                .list();
    }

    private static String code(ru.otklik.kernel.Outcome<?> outcome) {
        return outcome.fold(ok -> "done", no -> no.code());
    }
}
