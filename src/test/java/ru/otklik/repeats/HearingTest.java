package ru.otklik.repeats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Assessment;
import ru.otklik.casework.Command;
import ru.otklik.casework.Incidents;
import ru.otklik.casework.NewMessage;
import ru.otklik.database.OtklikTest;
import ru.otklik.kernel.Role;
import ru.otklik.regulation.Importance;

@OtklikTest(properties = "otklik.demo=true")
@Import(Told.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HearingTest {

    @Autowired
    Told told;

    @Autowired
    Hearing hearing;

    @Autowired
    SaidRows said;

    @Autowired
    Repeats repeats;

    @Autowired
    Incidents incidents;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    Actor operator;

    @BeforeEach
    void all_before_is_heard() {
        told.heard();
        operator = told.centre(Role.OPERATOR);
    }

    @Test
    void an_edited_copy_is_found_with_how_alike_it_is() {
        String topic = Told.aTopic();
        long first = told.told("anna", pit(topic), topic);
        long copy = told.told("boris", "Здравствуйте! " + pit(topic).replace("огромная", "агромная") + "!", topic);
        told.heard();
        assertThat(repeats.find(copy, operator).alike()).singleElement().satisfies(o -> {
            assertThat(o.incident()).isEqualTo(first);
            assertThat(o.why()).matches("текст совпадает на \\d\\d %");
        });
    }

    @Test
    void the_same_author_and_other_people_on_the_same_matter_stand_apart() {
        String topic = Told.aTopic();
        long earlier = told.told("anna", "Ну когда же починят, сил нет " + topic, topic);
        long other = told.told("boris", "Четвёртый день сидим в темноте", topic);
        long unnamed = told.told(null, "Света всё нет и нет, холодильник потёк", topic);
        long now = told.told("anna", "Опять обещают завтра", topic);
        told.heard();
        var found = repeats.find(now, operator);
        assertThat(found.sameAuthor()).singleElement().satisfies(o -> {
            assertThat(o.incident()).isEqualTo(earlier);
            assertThat(o.why()).contains("тот же автор");
        });
        assertThat(found.others()).extracting(Repeats.Other::incident).containsExactlyInAnyOrder(other, unnamed);
    }

    @Test
    void an_executor_finds_only_what_he_may_see() {
        String topic = Told.aTopic();
        int lead = told.authority(0);
        long first = told.told("anna", pit(topic), topic);
        long mine = told.route(told.told("boris", pit(topic), topic), lead);
        told.heard();
        assertThat(repeats.find(mine, told.executor(lead)).isEmpty()).isTrue();
        told.route(first, lead);
        assertThat(repeats.find(mine, told.executor(lead)).alike())
                .extracting(Repeats.Other::incident)
                .containsExactly(first);
        assertThat(repeats.find(mine, told.executor(told.authority(1))).isEmpty())
                .isTrue();
    }

    @Test
    void a_kill_in_the_middle_loses_nothing() {
        String topic = Told.aTopic();
        long id = told.told("anna", "Первая " + topic, topic);
        transaction.executeWithoutResult(t -> {
            assertThat(hearing.turn()).isTrue();
            t.setRollbackOnly();
        });
        assertThat(heardOf(id)).isFalse();
        assertThat(hearing.turn()).isTrue();
        assertThat(heardOf(id)).isTrue();
        assertThat(hearing.turn()).as("nothing is heard twice").isFalse();
    }

    @Test
    void two_nodes_share_what_there_is_and_none_takes_it_twice() throws Exception {
        String topic = Told.aTopic();
        Set<Long> all = new java.util.HashSet<>();
        for (int i = 0; i < 6; i++) {
            all.add(told.told("a" + i, "Слово " + i, topic));
        }
        var taken = new ArrayList<Long>();
        transaction.executeWithoutResult(one -> {
            said.claim(4).forEach(u -> taken.add(u.incident()));
            List<Long> beside = CompletableFuture.supplyAsync(() -> transaction.execute(
                            two -> said.claim(4).stream().map(Unheard::incident).toList()))
                    .join();
            taken.addAll(beside);
        });
        assertThat(taken).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void a_text_that_its_author_changed_and_a_corrected_topic_are_heard_anew() {
        String topic = Told.aTopic();
        var message =
                new NewMessage("vk", "", topic, null, "anna", null, "anna", "Было так " + topic, null, List.of(), null);
        var roads = new Assessment(topic, "stavropol", Importance.ORDINARY, false);
        long id = incidents.receive(message, roads, null).incident();
        long copy = told.told("boris", pit(topic), topic);
        told.heard();
        assertThat(repeats.find(copy, operator).alike()).isEmpty();
        incidents.receive(message.withText(pit(topic)), roads, null);
        told.heard();
        assertThat(repeats.find(copy, operator).alike())
                .extracting(Repeats.Other::incident)
                .containsExactly(id);
        told.done(id, new Command.Assess(new Assessment("other", null, Importance.ORDINARY, true)), operator);
        told.heard();
        assertThat(jdbc.sql("select topic from said where incident_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("other");
    }

    @Test
    void a_hostile_text_is_heard_like_any_other() {
        String topic = Told.aTopic();
        for (String text : List.of("🔥🔥🔥", "", "а".repeat(900_000), "' & | ! (:*) \\ \" -- <b>", "\u202E\uFFFD")) {
            long id = told.told("anna", text, topic);
            told.heard();
            assertThat(heardOf(id)).isTrue();
            assertThat(repeats.find(id, operator)).isNotNull();
        }
    }

    @Test
    void of_a_flood_of_copies_the_newest_are_shown() {
        String topic = Told.aTopic();
        var all = new ArrayList<Long>();
        for (int i = 0; i < 60; i++) {
            all.add(told.told("bot" + i, pit(topic), topic));
        }
        told.heard();
        assertThat(repeats.find(all.get(0), operator).alike())
                .hasSize(20)
                .first()
                .extracting(Repeats.Other::incident)
                .isEqualTo(all.get(59));
    }

    /** A text like no other. */
    private static String pit(String of) {
        return new java.util.Random(of.hashCode())
                .ints(20, 0, 100_000)
                .mapToObj(n -> "огромная яма " + n)
                .collect(java.util.stream.Collectors.joining(" "));
    }

    private boolean heardOf(long id) {
        return jdbc.sql("select exists (select from said where incident_id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }
}
