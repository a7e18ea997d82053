package ru.otklik.casebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Assessment;
import ru.otklik.casework.Command;
import ru.otklik.casework.DraftKind;
import ru.otklik.casework.Ground;
import ru.otklik.casework.Incident;
import ru.otklik.casework.Incidents;
import ru.otklik.casework.Incidents.Received.Kind;
import ru.otklik.casework.NewMessage;
import ru.otklik.casework.StaleIncident;
import ru.otklik.database.OtklikTest;
import ru.otklik.directory.Authorities;
import ru.otklik.kernel.Outcome;
import ru.otklik.kernel.Role;
import ru.otklik.regulation.Importance;

@OtklikTest(properties = "otklik.demo=true")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CasebookTest {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Actor OPERATOR = new Actor(1001, "Оператор", Set.of(Role.OPERATOR), null);
    private static final Actor APPROVER = new Actor(1002, "Согласующий", Set.of(Role.APPROVER), null);
    private static final Actor ANOTHER_OPERATOR = new Actor(1004, "Второй оператор", Set.of(Role.OPERATOR), null);
    private static final Assessment ROADS = new Assessment("roads.potholes", null, Importance.ORDINARY, false);

    @Autowired
    Incidents incidents;

    @Autowired
    Authorities authorities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JournalAudit audit;

    @Autowired
    Queues queues;

    int lead;
    int helper;
    Actor executor;
    Actor coExecutor;

    @BeforeEach
    void two_authorities_that_are_ready() {
        var ready = authorities.list().stream()
                .filter(a -> authorities.missingFor(a.id()).isEmpty())
                .limit(2)
                .toList();
        lead = ready.get(0).id();
        helper = ready.get(1).id();
        executor = new Actor(1003, "Исполнитель", Set.of(Role.EXECUTOR), lead);
        coExecutor = new Actor(1005, "Соисполнитель", Set.of(Role.EXECUTOR), helper);
    }

    @Test
    void a_message_comes_in_once_and_its_change_is_kept_as_a_revision() {
        var m = aMessage("Яма на дороге");

        var first = incidents.receive(m, ROADS, null);
        var again = incidents.receive(m, ROADS, null);
        var changed = incidents.receive(m.withText("Огромная яма на дороге"), ROADS, null);

        assertThat(first.kind()).isEqualTo(Kind.CREATED);
        assertThat(again).isEqualTo(new Incidents.Received(first.incident(), Kind.KNOWN));
        assertThat(changed).isEqualTo(new Incidents.Received(first.incident(), Kind.REVISED));
        assertThat(texts("select text from message_revision where message_id = ?", first.incident()))
                .containsExactly("Яма на дороге");
        assertThat(texts("select text from message where id = ?", first.incident()))
                .containsExactly("Огромная яма на дороге");
    }

    @Test
    void who_may_not_see_an_incident_cannot_act_on_it_and_is_not_told_that_it_is_there() {
        long id = aRoutedIncident(List.of());

        var theirs = incidents.handle(id, null, new Command.SaveDraft(DraftKind.FINAL, "Здравствуйте!"), coExecutor);
        var none = incidents.handle(987_654_321, null, new Command.SaveDraft(DraftKind.FINAL, "Да"), coExecutor);

        assertThat(code(theirs)).isEqualTo(Incidents.NO_INCIDENT).isEqualTo(code(none));
        assertThat(texts("select text from draft where incident_id = ?", id)).isEmpty();
    }

    @Test
    void the_approver_is_shown_what_a_co_executor_sent_before_there_is_a_draft() {
        long id = aRoutedIncident(List.of(helper));
        assertThat(toApprove()).doesNotContain(id);

        done(id, new Command.SendContribution(false, "Работы по плану в декабре"), coExecutor);
        assertThat(toApprove()).contains(id);

        done(id, new Command.AcceptContribution(helper), APPROVER);
        assertThat(toApprove()).doesNotContain(id);
    }

    private List<Long> toApprove() {
        var page = queues.list(Queue.APPROVAL, APPROVER, Queues.Filter.NONE, null, java.time.Instant.EPOCH, 1000);
        return page.rows().stream().map(QueueRow::id).toList();
    }

    private static String code(Outcome<?> refused) {
        return refused.<String>fold(done -> "done", no -> no.code());
    }

    @Test
    void the_whole_path_is_saved_and_read_back_the_same() {
        long id = aRoutedIncident(List.of(helper));
        done(id, new Command.SendContribution(false, "Работы по плану в декабре"), coExecutor);
        done(id, new Command.AcceptContribution(helper), OPERATOR);
        done(id, new Command.SaveDraft(DraftKind.FINAL, "Здравствуйте! Яму заделают."), executor);
        done(id, new Command.Submit(1, true), executor);
        done(id, new Command.Remark(1, "Назовите срок"), APPROVER);
        done(id, new Command.SaveDraft(DraftKind.FINAL, "Здравствуйте! Яму заделают до 1 декабря."), executor);
        done(id, new Command.Submit(2, true), executor);
        done(id, new Command.Approve(2), APPROVER);
        Incident last = done(id, new Command.RecordPublication("https://example.org/wall1_2"), executor);

        assertThat(last).isInstanceOf(Incident.Answered.class);
        assertThat(incidents.find(id)).contains(last);
        assertThat(texts("select term from obligation where incident_id = ? and closed_at is null", id))
                .isEmpty();
        assertThat(texts("select text from draft where incident_id = ? order by version", id))
                .containsExactly("Здравствуйте! Яму заделают.", "Здравствуйте! Яму заделают до 1 декабря.");
        assertThat(texts("select clause || ' ' || met from obligation where incident_id = ? order by id", id))
                .contains("9.2 true", "11 true", "12 true", "13 true", "14 true", "16 true", "18 true", "15 true");
        assertThat(audit.verify(n -> {}).broken()).isEmpty();
    }

    @Test
    void an_exclusion_and_what_undoes_it_survive_the_database() {
        long id = incidents.receive(aMessage("Грубость"), ROADS, null).incident();

        Incident excluded = done(id, new Command.Exclude(Ground.INSULT, null), OPERATOR);
        assertThat(incidents.find(id)).contains(excluded);
        Incident confirmed = done(id, new Command.ConfirmExclusion("согласен"), ANOTHER_OPERATOR);
        assertThat(incidents.find(id)).contains(confirmed);
        Incident restored = done(id, new Command.Restore("Ошибка"), OPERATOR);
        assertThat(incidents.find(id)).contains(restored);
        assertThat(texts("select term from obligation where incident_id = ? and closed_at is null", id))
                .containsExactly("route");
    }

    @Test
    void the_slower_of_two_is_told_and_nothing_of_his_is_saved() {
        long id = aRoutedIncident(List.of());
        int seen = incidents.find(id).orElseThrow().head().version();
        done(id, new Command.SaveDraft(DraftKind.FINAL, "Первый"), executor);

        assertThatThrownBy(() -> incidents.handle(id, seen, new Command.SaveDraft(DraftKind.FINAL, "Второй"), executor))
                .isInstanceOf(StaleIncident.class);
        assertThat(texts("select text from draft where incident_id = ?", id)).containsExactly("Первый");
    }

    @Test
    void an_authority_without_an_executor_is_refused_by_clause_8() {
        int unready = authorities.list().stream()
                .filter(a -> authorities.missingFor(a.id()).isPresent())
                .findFirst()
                .orElseThrow()
                .id();
        long id = incidents.receive(aMessage("Тариф"), ROADS, null).incident();

        Outcome<Incident> o = incidents.handle(id, null, new Command.Route(unready, List.of(), null, ROADS), OPERATOR);

        assertThat(o)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        r -> assertThat(r.refusal().code()).isEqualTo("not-ready"));
    }

    @Test
    void the_database_refuses_to_change_what_only_grows() {
        long id = aRoutedIncident(List.of());

        for (String sql : List.of(
                "update journal set body = '{}' where incident_id = " + id,
                "delete from journal where incident_id = " + id,
                "truncate journal",
                "update draft set text = 'x'",
                "delete from contribution",
                "update obligation set due_at = due_at + interval '1 hour' where incident_id = " + id)) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void a_changed_entry_breaks_the_chain_and_is_named() {
        long id = aRoutedIncident(List.of());
        String body = texts("select body from journal where incident_id = ? and number = 1", id)
                .get(0);
        tamper("update journal set body = replace(body, 'vk', 'ok') where number = 1 and incident_id = " + id);

        var broken = audit.verify(n -> {}).broken();
        tamper("update journal set body = '" + body + "' where number = 1 and incident_id = " + id);

        assertThat(broken).contains("Инцидент %d: запись № 1 изменена или подменена.".formatted(id));
        assertThat(audit.verify(n -> {}).broken()).isEmpty();
    }

    @Test
    void an_entry_that_is_not_even_json_any_more_is_named_too() {
        long id = aRoutedIncident(List.of());
        done(id, new Command.SaveDraft(DraftKind.FINAL, "Здравствуйте!"), executor);
        String draft = " where fact = 'DraftSaved' and incident_id = ";
        String body = texts("select body from journal" + draft + "?", id).get(0);
        String number =
                texts("select number::text from journal" + draft + "?", id).get(0);
        assertThat(audit.verify(n -> {}).broken()).isEmpty();
        tamper("update journal set body = 'x'" + draft + id);

        var broken = audit.verify(n -> {}).broken();
        tamper("update journal set body = '" + body + "'" + draft + id);

        assertThat(broken).contains("Инцидент %d: запись № %s изменена или подменена.".formatted(id, number));
    }

    @Test
    void a_draft_changed_behind_the_journal_is_named() {
        long id = aRoutedIncident(List.of());
        done(id, new Command.SaveDraft(DraftKind.FINAL, "Ремонт в мае."), executor);
        done(id, new Command.SaveDraft(DraftKind.FINAL, "Ремонт в июне."), executor);
        String second = " where version = 2 and incident_id = " + id;
        jdbc.sql("alter table draft disable trigger only_grows").update();
        jdbc.sql("update draft set text = 'Ремонта не будет.'" + second).update();

        var broken = audit.verify(n -> {}).broken();
        jdbc.sql("update draft set text = 'Ремонт в июне.'" + second).update();
        jdbc.sql("alter table draft enable trigger only_grows").update();

        assertThat(broken.orElseThrow()).startsWith("Инцидент %d: текст проекта не совпадает".formatted(id));
        assertThat(audit.verify(n -> {}).broken()).isEmpty();
    }

    /** As one who owns the database could. */
    private void tamper(String sql) {
        jdbc.sql("alter table journal disable trigger only_grows").update();
        jdbc.sql(sql).update();
        jdbc.sql("alter table journal enable trigger only_grows").update();
    }

    private long aRoutedIncident(List<Integer> coExecutors) {
        long id = incidents.receive(aMessage("Яма на дороге"), ROADS, null).incident();
        done(id, new Command.Route(lead, coExecutors, null, ROADS), OPERATOR);
        return id;
    }

    private Incident done(long id, Command c, Actor by) {
        return incidents.handle(id, null, c, by).get();
    }

    private List<String> texts(String sql, long id) {
        return jdbc.sql(sql).param(id).query(String.class).list();
    }

    private static NewMessage aMessage(String text) {
        return new NewMessage(
                "vk", "wall1", "c" + NEXT.incrementAndGet(), null, "Житель", null, text, null, List.of(), null);
    }
}
