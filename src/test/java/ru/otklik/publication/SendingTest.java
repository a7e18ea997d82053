package ru.otklik.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Assessment;
import ru.otklik.casework.Command;
import ru.otklik.casework.DraftKind;
import ru.otklik.casework.Fact;
import ru.otklik.casework.Incident;
import ru.otklik.casework.Incidents;
import ru.otklik.casework.NewMessage;
import ru.otklik.database.OtklikTest;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.MovableClock;
import ru.otklik.kernel.Role;
import ru.otklik.networks.Reply;
import ru.otklik.publication.Publications.State;
import ru.otklik.regulation.Importance;

@OtklikTest(properties = "otklik.demo=true")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SendingTest {

    @TestConfiguration(proxyBeanMethods = false)
    static class World {
        @Bean
        ShakyNetwork shaky() {
            return new ShakyNetwork();
        }

        @Bean
        @Primary
        MovableClock movable() {
            return new MovableClock();
        }
    }

    private static final String TEXT = "Здравствуйте!\n  Яму «заделают» до 1 декабря.";
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    Sending sending;

    @Autowired
    Publications publications;

    @Autowired
    Ordering ordering;

    @Autowired
    OutboxRows rows;

    @Autowired
    Incidents incidents;

    @Autowired
    Authorities authorities;

    @Autowired
    ShakyNetwork network;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void a_network_that_works() {
        network.insteadOfPosting = null;
        network.breaksAfterPosting = false;
        network.texts.clear();
    }

    @Test
    void an_ordered_answer_is_posted_as_approved_and_the_incident_knows_its_link() {
        long id = anOrderedPublication();
        assertThat(only(id).state()).isEqualTo(State.WAITING);
        sending.sendDue();
        assertThat(network.texts).containsExactly(TEXT);
        assertThat(only(id).state()).isEqualTo(State.SENT);
        assertThat(only(id).url()).isEqualTo("https://shaky.example/1");
        assertThat(incidents.find(id)).containsInstanceOf(Incident.Answered.class);
        sending.sendDue();
        assertThat(network.texts).hasSize(1);
    }

    @Test
    void a_call_that_breaks_off_after_posting_is_found_and_not_posted_again() {
        long id = anOrderedPublication();
        network.breaksAfterPosting = true;
        sending.sendDue();
        assertThat(only(id).state()).isEqualTo(State.UNCERTAIN);
        assertThat(incidents.find(id)).containsInstanceOf(Incident.Approved.class);

        clock.move(Duration.ofMinutes(1));
        sending.sendDue();
        assertThat(network.texts).hasSize(1);
        assertThat(incidents.find(id)).containsInstanceOf(Incident.Answered.class);
    }

    @Test
    void a_crash_between_the_call_and_its_confirmation_is_resolved_after_a_minute_by_looking() {
        long id = anOrderedPublication();
        var claimed = rows.claim(clock.instant()).orElseThrow();
        network.answer(
                new ru.otklik.networks.Address("", claimed.message()),
                claimed.text(),
                claimed.key().toString());

        clock.move(OutboxRows.ABANDONED);
        sending.sendDue();
        assertThat(only(id).state()).as("perhaps still at work").isEqualTo(State.SENDING);
        clock.move(Duration.ofSeconds(1));
        sending.sendDue();
        assertThat(only(id).state()).isEqualTo(State.SENT);
        assertThat(network.texts).hasSize(1);
        assertThat(incidents.find(id)).containsInstanceOf(Incident.Answered.class);
    }

    @Test
    void a_crash_before_the_call_is_sent_after_a_minute() {
        long id = anOrderedPublication();
        rows.claim(clock.instant());
        clock.move(OutboxRows.ABANDONED.plusSeconds(1));
        sending.sendDue();
        assertThat(network.texts).containsExactly(TEXT);
        assertThat(only(id).state()).isEqualTo(State.SENT);
    }

    @Test
    void a_refusal_is_tried_five_times_ever_later_and_then_told() {
        long id = anOrderedPublication();
        network.insteadOfPosting = new Reply.Refused("Сообщество закрыто.");
        sending.sendDue();
        sending.sendDue();
        assertThat(only(id).attempts()).as("not at once again").isEqualTo(1);
        for (int i = 0; i < 10; i++) {
            clock.move(Duration.ofHours(2));
            sending.sendDue();
        }
        assertThat(only(id).state()).isEqualTo(State.FAILED);
        assertThat(only(id).attempts()).isEqualTo(5);
        assertThat(only(id).error()).isEqualTo("Сообщество закрыто. Попыток: 5, больше не повторяется.");

        network.insteadOfPosting = null;
        assertThat(publications.again(id, 1)).isTrue();
        assertThat(publications.again(id, 1)).isFalse();
        sending.sendDue();
        assertThat(only(id).state()).isEqualTo(State.SENT);
    }

    @Test
    void an_order_heard_twice_is_one_row() {
        long id = anOrderedPublication();
        ordering.on(id, new Fact.PublicationOrdered(1));
        assertThat(publications.of(id)).hasSize(1);
        sending.sendDue();
    }

    @Test
    void an_order_that_is_rolled_back_leaves_no_row() {
        long id = anApprovedIncident();
        transaction.executeWithoutResult(t -> {
            incidents.handle(id, null, new Command.Publish(), executor()).get();
            assertThat(publications.of(id)).hasSize(1);
            t.setRollbackOnly();
        });
        assertThat(publications.of(id)).isEmpty();
    }

    private Publications.Publication only(long id) {
        assertThat(publications.of(id)).hasSize(1);
        return publications.of(id).get(0);
    }

    private long anOrderedPublication() {
        long id = anApprovedIncident();
        incidents.handle(id, null, new Command.Publish(), executor()).get();
        return id;
    }

    private long anApprovedIncident() {
        var operator = new Actor(1001, "Оператор", Set.of(Role.OPERATOR), null);
        var approver = new Actor(1002, "Согласующий", Set.of(Role.APPROVER), null);
        var message = new NewMessage(
                "shaky", "", "m" + NEXT.incrementAndGet(), null, null, null, "Яма", null, List.of(), null);
        long id = incidents.receive(message, Assessment.NONE, null).incident();
        var roads = new Assessment("roads.potholes", null, Importance.ORDINARY, false);
        done(id, new Command.Route(executor().authority(), List.of(), null, roads), operator);
        done(id, new Command.SaveDraft(DraftKind.FINAL, TEXT), executor());
        done(id, new Command.Submit(1, true), executor());
        done(id, new Command.Approve(1), approver);
        return id;
    }

    private void done(long id, Command command, Actor by) {
        incidents.handle(id, null, command, by).get();
    }

    private Actor executor() {
        int ready = authorities.list().stream()
                .filter(a -> authorities.missingFor(a.id()).isEmpty())
                .findFirst()
                .orElseThrow()
                .id();
        return new Actor(1003, "Исполнитель", Set.of(Role.EXECUTOR), ready);
    }
}
