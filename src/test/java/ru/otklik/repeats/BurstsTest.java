package ru.otklik.repeats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Command;
import ru.otklik.database.OtklikTest;
import ru.otklik.kernel.Role;

@OtklikTest(properties = "otklik.demo=true")
@Import(Told.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BurstsTest {

    @Autowired
    Told told;

    @Autowired
    Bursts bursts;

    @Autowired
    BurstRows rows;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    Actor operator;
    String topic;

    @BeforeEach
    void a_topic_of_its_own() {
        operator = told.centre(Role.OPERATOR);
        topic = Told.aTopic();
    }

    @Test
    void nine_a_day_where_one_is_usual_is_a_signal_until_somebody_looks() {
        for (int day = 2; day <= 28; day++) {
            toldBefore(Duration.ofDays(day));
        }
        for (int i = 0; i < 9; i++) {
            toldBefore(Duration.ofMinutes(80 + 60L * i));
        }
        told.heard();
        bursts.turn();
        bursts.turn();
        Bursts.Noticed burst = noticed().orElseThrow();
        assertThat(burst.hourly()).isFalse();
        assertThat(burst.count()).isEqualTo(9);
        assertThat(burst.usual()).isBetween(0.8, 1.2);
        assertThat(burst.series()).hasSize(29).endsWith(9);
        assertThat(bursts.messages(burst, operator)).hasSize(9);
        assertThat(bursts.fresh()).contains(burst);
        assertThat(seen(burst.id())).isEmpty();
        assertThat(bursts.fresh()).extracting(Bursts.Noticed::id).doesNotContain(burst.id());
        assertThat(seen(burst.id())).isEqualTo("already");
    }

    @Test
    void what_people_excluded_or_marked_as_a_test_or_the_network_did_not_date_is_no_burst() {
        for (int i = 0; i < 9; i++) {
            told.told("a" + i, "Без даты", topic, null);
            told.done(toldBefore(Duration.ofMinutes(5)), new Command.MarkTest(true), operator);
        }
        told.heard();
        bursts.turn();
        assertThat(noticed()).isEmpty();
    }

    @Test
    void a_candidate_for_clause_25_is_a_decision_of_the_centre_with_its_reason() {
        for (int i = 0; i < 9; i++) {
            toldBefore(Duration.ofMinutes(3));
        }
        told.heard();
        bursts.turn();
        long id = noticed().orElseThrow().id();
        assertThat(code(id, " ", operator)).isEqualTo("no-reason");
        assertThat(code(id, "а".repeat(2_001), operator)).isEqualTo("no-reason");
        assertThat(code(id, "Больница без света", told.executor(told.authority(0))))
                .isEqualTo("not-yours");
        assertThat(code(987_654_321L, "Больница без света", operator)).isEqualTo("already");
        assertThat(code(id, "Больница без света", operator)).isEmpty();
        Bursts.Noticed burst = bursts.list(operator).stream()
                .filter(b -> b.id() == id)
                .findFirst()
                .orElseThrow();
        assertThat(burst.candidate()).get().extracting(Bursts.By::person).isEqualTo(operator.person());
        assertThat(burst.note()).isEqualTo("Больница без света");
        assertThat(bursts.fresh())
                .as("by the hour and by the day it is one matter")
                .noneMatch(b -> b.topic().equals(topic));
        assertThat(bursts.list(told.executor(told.authority(0)))).isEmpty();
    }

    @Test
    void of_two_nodes_one_alone_looks_at_a_time() {
        transaction.executeWithoutResult(one -> {
            assertThat(rows.alone()).isTrue();
            assertThat(CompletableFuture.supplyAsync(() -> transaction.execute(two -> rows.alone()))
                            .join())
                    .isFalse();
        });
    }

    private long toldBefore(Duration ago) {
        return told.told("a" + ago, "Мусор не вывозят", topic, clock.instant().minus(ago));
    }

    private Optional<Bursts.Noticed> noticed() {
        return bursts.list(operator).stream()
                .filter(b -> b.topic().equals(topic))
                .findFirst();
    }

    private String seen(long id) {
        return bursts.see(id, operator).fold(ok -> "", no -> no.code());
    }

    private String code(long id, String note, Actor by) {
        return bursts.propose(id, note, by).fold(ok -> "", no -> no.code());
    }
}
