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
import org.springframework.jdbc.core.simple.JdbcClient;
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
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.OneVoice;
import ru.otklik.networks.Reply;
import ru.otklik.networks.Standing;
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
        OneVoice voice() {
            return new OneVoice();
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
    OneVoice voice;

    @Autowired
    Looking looking;

    @Autowired
    ru.otklik.background.Node node;

    @Autowired
    Confirming confirming;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void a_network_that_works() {
        network.insteadOfPosting = null;
        network.breaksAfterPosting = false;
        network.hides = false;
        network.texts.clear();
        network.standing.clear();
        voice.silence = null;
        voice.bar = null;
        voice.failures.clear();
    }

    @Test
    void an_ordered_answer_is_posted_as_approved_and_the_incident_knows_its_link() {
        long id = anOrderedPublication();
        assertThat(only(id).state()).isEqualTo(State.WAITING);
        sendDue();
        assertThat(network.texts).containsExactly(TEXT);
        assertThat(only(id).state()).isEqualTo(State.SENT);
        assertThat(only(id).url()).isEqualTo("https://shaky.example/1");
        assertThat(incidents.find(id)).containsInstanceOf(Incident.Answered.class);
        sendDue();
        assertThat(network.texts).hasSize(1);
    }

    @Test
    void a_call_that_breaks_off_after_posting_is_found_and_not_posted_again() {
        long id = anOrderedPublication();
        network.breaksAfterPosting = true;
        sendDue();
        assertThat(only(id).state()).isEqualTo(State.UNCERTAIN);
        assertThat(incidents.find(id)).containsInstanceOf(Incident.Approved.class);

        clock.move(Duration.ofMinutes(1));
        sendDue();
        assertThat(network.texts).hasSize(1);
        assertThat(incidents.find(id)).containsInstanceOf(Incident.Answered.class);
    }

    @Test
    void a_crash_between_the_call_and_its_confirmation_is_resolved_after_a_minute_by_looking() {
        long id = anOrderedPublication();
        var claimed = rows.claim(node.id(), clock.instant()).orElseThrow();
        network.answer(claimed.address(), claimed.answer(List.of()), ru.otklik.networks.Access.NONE);

        clock.move(OutboxRows.ABANDONED);
        sendDue();
        assertThat(only(id).state()).as("perhaps still at work").isEqualTo(State.SENDING);
        clock.move(Duration.ofSeconds(1));
        sendDue();
        assertThat(only(id).state()).isEqualTo(State.SENT);
        assertThat(network.texts).hasSize(1);
        assertThat(incidents.find(id)).containsInstanceOf(Incident.Answered.class);
    }

    @Test
    void a_crash_of_which_the_network_knows_nothing_is_told_to_a_person_and_not_sent_again() {
        long id = anOrderedPublication();
        rows.claim(node.id(), clock.instant());
        for (int i = 0; i < 10; i++) {
            clock.move(OutboxRows.ABANDONED.plusSeconds(1));
            sendDue();
        }
        assertThat(network.texts).isEmpty();
        assertThat(only(id).state()).isEqualTo(State.UNKNOWN);
        assertThat(journal(id)).endsWith("PublicationFailed");

        done(id, new Command.Publish(), executor());
        sendDue();
        assertThat(network.texts).as("a person decided").containsExactly(TEXT);
        assertThat(only(id).state()).isEqualTo(State.SENT);
    }

    @Test
    void a_call_that_breaks_off_is_never_sent_twice_even_when_the_network_hides_it() {
        long id = anOrderedPublication();
        network.breaksAfterPosting = true;
        network.hides = true;
        for (int i = 0; i < 10; i++) {
            sendDue();
            clock.move(Duration.ofHours(2));
        }
        assertThat(network.texts).hasSize(1);
        assertThat(only(id).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void what_may_pass_is_tried_five_times_within_minutes_and_then_the_choice_is_open_again() {
        long id = anOrderedPublication();
        network.insteadOfPosting = refusal(NetworkFault.Kind.TROUBLE, "Сеть недоступна.");
        sendDue();
        sendDue();
        assertThat(only(id).attempts()).as("not at once again").isEqualTo(1);
        assertThat(refused(id, new Command.RecordPublication("https://vk.com/wall-1_2")))
                .isEqualTo("already-ordered");
        for (int i = 0; i < 10; i++) {
            clock.move(Duration.ofMinutes(1));
            sendDue();
        }
        assertThat(only(id).state()).isEqualTo(State.FAILED);
        assertThat(only(id).attempts()).isEqualTo(5);
        assertThat(only(id).error()).isEqualTo("Сеть недоступна. Попыток: 5.");
        assertThat(journal(id)).endsWith("PublicationOrdered", "PublicationFailed");

        network.insteadOfPosting = null;
        done(id, new Command.Publish(), executor());
        assertThat(refused(id, new Command.Publish())).isEqualTo("already-ordered");
        sendDue();
        assertThat(only(id).state()).isEqualTo(State.SENT);
        assertThat(incidents.find(id)).containsInstanceOf(Incident.Answered.class);
    }

    @Test
    void after_a_failure_a_link_given_by_hand_ends_it() {
        long id = aFailedPublication();
        done(id, new Command.RecordPublication("https://vk.com/wall-1_2"), executor());
        assertThat(incidents.find(id)).containsInstanceOf(Incident.Answered.class);
        clock.move(Duration.ofHours(2));
        sendDue();
        assertThat(network.texts).isEmpty();
    }

    @Test
    void who_may_not_post_by_the_account_does_not_order_it() {
        long id = anApprovedIncident();
        voice.bar = "От имени учётной записи отвечает только Петров.";
        assertThat(refused(id, new Command.Publish())).isEqualTo("by-hand");
        voice.bar = null;
        done(id, new Command.Publish(), executor());
        sendDue();
        assertThat(network.texts).containsExactly(TEXT);
    }

    @Test
    void the_centre_stands_in_for_the_lead_only_after_a_failure() {
        var approver = new Actor(1002, "Согласующий", Set.of(Role.APPROVER), null);
        long id = anApprovedIncident();
        assertThat(standIn(approver, id)).isEqualTo(approver);
        long failed = aFailedPublication();
        assertThat(standIn(approver, failed).isOf(executor().authority())).isTrue();
        var stranger = new Actor(1009, "Чужой", Set.of(Role.EXECUTOR), 77);
        assertThat(standIn(stranger, failed)).isEqualTo(stranger);
        done(failed, new Command.Publish(), standIn(approver, failed));
        assertThat(standIn(approver, failed)).isEqualTo(approver);
        sendDue();
    }

    @Test
    void an_order_heard_twice_is_one_row() {
        long id = anOrderedPublication();
        ordering.on(id, new Fact.PublicationOrdered(1));
        assertThat(count(id)).isEqualTo(1);
        sendDue();
    }

    @Test
    void an_order_that_is_rolled_back_leaves_no_row() {
        long id = anApprovedIncident();
        transaction.executeWithoutResult(t -> {
            incidents.handle(id, null, new Command.Publish(), executor()).get();
            assertThat(count(id)).isEqualTo(1);
            t.setRollbackOnly();
        });
        assertThat(count(id)).isZero();
    }

    private void sendDue() {
        while (sending.turn(node)) {
            // on to the next
        }
    }

    private void lookDue() {
        while (looking.turn()) {
            // on to the next
        }
    }

    private int looks(long id) {
        return jdbc.sql("select looks from outbox where incident_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private Publications.Publication only(long id) {
        return rows.find(id, 1).orElseThrow();
    }

    private int count(long id) {
        return jdbc.sql("select count(*) from outbox where incident_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private List<String> journal(long id) {
        return jdbc.sql("select fact from journal where incident_id = :id order by number")
                .param("id", id)
                .query(String.class)
                .list();
    }

    private String refused(long id, Command command) {
        return incidents.handle(id, null, command, executor()).fold(done -> "", ru.otklik.kernel.Refusal::code);
    }

    private Actor standIn(Actor actor, long id) {
        return publications.standIn(actor, incidents.find(id).orElseThrow());
    }

    @Test
    void what_does_not_pass_by_itself_is_a_persons_at_once() {
        long id = anOrderedPublication();
        network.insteadOfPosting = refusal(NetworkFault.Kind.COMMENTS_CLOSED, "Комментарии закрыты.");
        sendDue();
        assertThat(only(id).state()).isEqualTo(State.FAILED);
        assertThat(only(id).attempts()).isEqualTo(1);
        assertThat(journal(id)).endsWith("PublicationFailed");
    }

    @Test
    void a_network_that_asks_to_wait_longer_than_the_term_allows_is_not_waited_for() {
        long id = anOrderedPublication();
        network.insteadOfPosting = new Reply.Refused(
                new NetworkFault(NetworkFault.Kind.LIMIT, "Слишком часто.", Duration.ofHours(1), true, null));
        sendDue();
        assertThat(only(id).state()).isEqualTo(State.FAILED);
    }

    @Test
    void a_dead_token_is_told_and_stops_what_would_be_said_by_it() {
        long id = anOrderedPublication();
        network.insteadOfPosting = refusal(NetworkFault.Kind.TOKEN_DEAD, "Токен отозван.");
        sendDue();
        assertThat(voice.failures).containsExactly(NetworkFault.Kind.TOKEN_DEAD);
        assertThat(only(id).state()).isEqualTo(State.FAILED);

        network.insteadOfPosting = null;
        long next = anOrderedPublication();
        voice.silence = "Токен отозван.";
        sendDue();
        assertThat(network.texts).as("nothing is even tried").isEmpty();
        assertThat(only(next).error()).contains("Токен отозван.");
    }

    @Test
    void an_answer_is_looked_at_at_once_after_an_hour_and_after_a_day() {
        long id = anOrderedPublication();
        sendDue();
        String there = String.valueOf(only(id).externalId());
        network.standing.put(there, Standing.stands(TEXT + "\n"));
        int looks = 0;
        for (Duration wait : List.of(Duration.ofSeconds(11), Duration.ofHours(1), Duration.ofDays(1))) {
            clock.move(wait);
            lookDue();
            lookDue();
            assertThat(only(id).state()).isEqualTo(State.SEEN);
            assertThat(looks(id)).as("after " + wait).isEqualTo(++looks);
        }
        clock.move(Duration.ofDays(30));
        lookDue();
        assertThat(looks(id)).as("no more").isEqualTo(looks);
    }

    @Test
    void an_answer_that_is_gone_or_changed_is_told() {
        for (Standing now : List.of(Standing.GONE, Standing.stands("Яма? Какая яма?"))) {
            long id = anOrderedPublication();
            sendDue();
            network.standing.put(String.valueOf(only(id).externalId()), now);
            clock.move(Duration.ofSeconds(11));
            lookDue();
            assertThat(only(id).state()).isEqualTo(State.GONE);
            assertThat(journal(id)).endsWith("PublicationLost");
        }
    }

    @Test
    void where_the_network_breaks_while_looked_at_it_is_looked_at_later() {
        long id = anOrderedPublication();
        sendDue();
        network.lookBreaks = true;
        clock.move(Duration.ofSeconds(11));
        lookDue();
        assertThat(only(id).state()).isEqualTo(State.SENT);
        network.lookBreaks = false;
        network.standing.put(String.valueOf(only(id).externalId()), Standing.stands(TEXT));
        clock.move(Duration.ofMinutes(11));
        lookDue();
        assertThat(only(id).state()).isEqualTo(State.SEEN);
    }

    @Test
    void the_listener_who_hears_the_answer_first_ends_the_uncertainty() {
        long id = anOrderedPublication();
        network.breaksAfterPosting = true;
        network.hides = true;
        sendDue();
        assertThat(only(id).state()).isEqualTo(State.UNCERTAIN);
        var heard = new NewMessage(
                "shaky", "", "a1", "https://shaky.example/1", null, null, TEXT, ShakyNetwork.POSTED, List.of(), "m");
        confirming.heard(id, heard);
        confirming.heard(id, heard);
        assertThat(only(id).state()).isEqualTo(State.SENT);
        assertThat(incidents.find(id)).containsInstanceOf(Incident.Answered.class);
        assertThat(journal(id)).endsWith("Published");
    }

    @Test
    void a_correction_is_posted_as_a_new_answer_where_the_network_edits_nothing() {
        long id = anOrderedPublication();
        sendDue();
        done(id, new Command.Correct("Ошибка"), executor());
        done(id, new Command.SaveDraft(DraftKind.FINAL, "Исправлено"), executor());
        done(id, new Command.Submit(2, true), executor());
        done(id, new Command.Approve(2), new Actor(1002, "Согласующий", Set.of(Role.APPROVER), null));
        done(id, new Command.Publish(), executor());
        sendDue();
        assertThat(network.texts).containsExactly(TEXT, "Исправлено");
        assertThat(incidents.find(id)).containsInstanceOf(Incident.Answered.class);
    }

    private static Reply refusal(NetworkFault.Kind kind, String why) {
        return new Reply.Refused(new NetworkFault(kind, why));
    }

    private long aFailedPublication() {
        long id = anOrderedPublication();
        network.insteadOfPosting = refusal(NetworkFault.Kind.REFUSED, "Сообщество закрыто.");
        for (int i = 0; i < 5; i++) {
            sendDue();
            clock.move(Duration.ofHours(2));
        }
        network.insteadOfPosting = null;
        return id;
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
