package ru.otklik.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import org.springframework.ui.ExtendedModelMap;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Assessment;
import ru.otklik.casework.Command;
import ru.otklik.casework.Ground;
import ru.otklik.casework.Incidents;
import ru.otklik.casework.NewMessage;
import ru.otklik.casework.World;
import ru.otklik.database.OtklikTest;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.PastDecisions;
import ru.otklik.detection.PastDecisions.ChosenPlace;
import ru.otklik.detection.Proposal;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.MovableClock;
import ru.otklik.kernel.Role;
import ru.otklik.regulation.Importance;
import tools.jackson.databind.json.JsonMapper;

@OtklikTest(properties = "otklik.demo=true")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QualityTest {

    @TestConfiguration(proxyBeanMethods = false)
    static class Later {
        @Bean
        @Primary
        MovableClock movable() {
            return new MovableClock();
        }
    }

    private static final Actor OPERATOR = new Actor(1001, "Оператор", Set.of(Role.OPERATOR), null);
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String HOLE = "В Михайловске на дороге огромная яма, машины бьют колёса";

    @Autowired
    Incidents incidents;

    @Autowired
    Authorities authorities;

    @Autowired
    FirstAssessment detection;

    @Autowired
    QualityRows rows;

    @Autowired
    PastRows learned;

    @Autowired
    QualityPages pages;

    @Autowired
    World world;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void nothing_was_decided() {
        jdbc.sql("delete from decision").update();
    }

    @Test
    void what_people_confirmed_and_corrected_is_counted_by_week_and_topic() {
        Proposal p = detection.assess(HOLE, Optional.empty());
        String proposed = p.authority().orElseThrow().code();
        route(received(HOLE), assessed(p, p.topic().orElseThrow().code()), proposed);
        route(received(HOLE), assessed(p, "health.appointment"), proposed);
        route(received(HOLE), assessed(p, p.topic().orElseThrow().code()), other(proposed));
        var week = week();
        assertThat(week.decided()).isEqualTo(3);
        assertThat(week.topic()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(week.place()).isEqualTo(1);
        assertThat(week.authority()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(week.unchanged()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(rows.topics(Instant.EPOCH))
                .filteredOn(t -> t.code().equals("health.appointment"))
                .singleElement()
                .isEqualTo(new QualityRows.Topic(
                        "health.appointment", 1, 0, p.topic().orElseThrow().code()));
    }

    @Test
    void a_later_correction_counts_and_the_time_is_that_of_the_first_decision() {
        Proposal p = detection.assess(HOLE, Optional.empty());
        String proposed = p.authority().orElseThrow().code();
        long id = received(HOLE);
        clock.move(Duration.ofMinutes(20));
        route(id, assessed(p, p.topic().orElseThrow().code()), proposed);
        assertThat(week().authority()).isEqualTo(1);
        double waited = week().waited();
        clock.move(Duration.ofHours(2));
        int lead = authorities.find(proposed).orElseThrow().id();
        done(id, new Command.Return("не наша дорога"), executor(lead));
        route(id, assessed(p, p.topic().orElseThrow().code()), other(proposed));
        assertThat(week().authority()).isZero();
        assertThat(week().decided()).isEqualTo(1);
        assertThat(week().waited()).isEqualTo(waited);
    }

    @Test
    void an_exclusion_is_right_when_the_screen_said_so() {
        done(received("Купите диплом, скидки, звоните 8-900-000-00-00, заработок без вложений"), exclude(), OPERATOR);
        done(received(HOLE), exclude(), OPERATOR);
        assertThat(week().decided()).isEqualTo(2);
        assertThat(week().topic()).isNull();
        assertThat(week().unchanged()).isEqualTo(0.5);
    }

    @Test
    void a_test_message_and_one_without_a_proposal_do_not_count() {
        long test = received(HOLE);
        done(test, new Command.MarkTest(true), OPERATOR);
        done(test, exclude(), OPERATOR);
        done(incidents.receive(message(HOLE), Assessment.NONE, null).incident(), exclude(), OPERATOR);
        assertThat(rows.weeks(Instant.EPOCH, world.workingTime(null).zone())).isEmpty();
    }

    @Test
    void what_people_made_of_a_place_and_of_a_screen_is_told_to_detection() {
        Proposal p = detection.assess(HOLE, Optional.empty());
        String topic = p.topic().orElseThrow().code();
        String lead = p.authority().orElseThrow().code();
        route(received(HOLE), assessed(p, topic), lead);
        route(received(HOLE.replace("Михайловске", "МИХАЙЛОВСКЕ")), assessed(p, topic), lead);
        route(received(HOLE), new Assessment(topic, "ipatovsky", p.importance(), true), lead);
        route(received(HOLE), new Assessment(topic, null, p.importance(), true), lead);
        route(received("Из Михайловска в Ипатово по дороге не проехать: яма на яме"), assessed(p, topic), lead);
        done(received(HOLE), exclude(), OPERATOR);
        var past = new Past(learned, clock);
        assertThat(past.places(PastDecisions.key("Михайловск")))
                .as("two places named, or an exclusion: nobody knows what was meant")
                .containsExactlyInAnyOrder(
                        new ChosenPlace(p.place().orElseThrow().code(), 2),
                        new ChosenPlace("ipatovsky", 1),
                        new ChosenPlace("", 1));
        assertThat(past.places(PastDecisions.key("Ипатово"))).isEmpty();
        assertThat(past.screened(Proposal.Screen.CLEAN)).isEqualTo(new PastDecisions.Screened(1, 6));
        assertThat(past.screened(Proposal.Screen.INSULT)).isEqualTo(new PastDecisions.Screened(0, 0));
    }

    @Test
    void the_page_says_it_in_percent() {
        Proposal p = detection.assess(HOLE, Optional.empty());
        route(
                received(HOLE),
                assessed(p, p.topic().orElseThrow().code()),
                p.authority().orElseThrow().code());
        var model = new ExtendedModelMap();
        assertThat(pages.show("много", model)).isEqualTo("learning/quality");
        var view = (QualityView) model.get("view");
        assertThat(view).isNotNull();
        assertThat(view.period()).isEqualTo(12);
        assertThat(view.weeks())
                .singleElement()
                .satisfies(w -> assertThat(w).hasSameSizeAs(view.headings()).contains("1", "100 %"));
        assertThat(view.topics())
                .singleElement()
                .satisfies(t -> assertThat(t.instead()).isEmpty());
    }

    private QualityRows.Week week() {
        var all = rows.weeks(Instant.EPOCH, world.workingTime(null).zone());
        assertThat(all).hasSize(1);
        assertThat(all.get(0).week().getDayOfWeek())
                .isEqualTo(LocalDate.EPOCH.plusDays(4).getDayOfWeek());
        return all.get(0);
    }

    private static Assessment assessed(Proposal p, String topic) {
        return new Assessment(topic, p.place().orElseThrow().code(), p.importance(), true);
    }

    private static Command exclude() {
        return new Command.Exclude(Ground.values()[0], "по пункту 22");
    }

    private String other(String code) {
        return authorities.list().stream()
                .filter(a ->
                        !a.code().equals(code) && authorities.missingFor(a.id()).isEmpty())
                .findFirst()
                .orElseThrow()
                .code();
    }

    private void route(long id, Assessment assessment, String authority) {
        int lead = authorities.find(authority).orElseThrow().id();
        done(id, new Command.Route(lead, List.of(), null, assessment), OPERATOR);
    }

    private static Actor executor(int authority) {
        return new Actor(1003, "Исполнитель", Set.of(Role.EXECUTOR), authority);
    }

    private long received(String text) {
        Proposal p = detection.assess(text, Optional.empty());
        return incidents
                .receive(
                        message(text),
                        new Assessment(null, null, Importance.ORDINARY, false),
                        json.writeValueAsString(p))
                .incident();
    }

    private static NewMessage message(String text) {
        return new NewMessage(
                "quality", "t", "m" + NEXT.incrementAndGet(), null, null, null, text, null, List.of(), null);
    }

    private void done(long id, Command command, Actor by) {
        incidents.handle(id, null, command, by).get();
    }
}
